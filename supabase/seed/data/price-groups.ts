import type { GroupSeed } from './price-types';

/** Which owner counts whom otherwise than by default: its member clubs, its tenants, its firms. */
export const priceGroups: readonly [owner: string, group: GroupSeed, members: string[]][] = [
  [
    'kreisjugendring-muster',
    'members',
    ['pfadfinder-biber', 'jugendzentrum-gleis', 'fc-ostviertel', 'musikschule-tonleiter'],
  ],
  ['buergerhaus-ost', 'members', ['quartiersbuero', 'seniorenclub-goldregen', 'viet-kulturhaus']],
  ['buergerhaus-ost', 'commercial', ['eine-welt-laden']],
  ['kleingarten-morgensonne', 'members', ['stadtgaertnerei', 'foodsharing-ost']],
  ['feuerwehr-ost', 'local', ['mieterrat-bahnhofstrasse', 'elternrat-ost']],
];

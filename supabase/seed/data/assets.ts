import type { AssetSeed } from './types';

/** Things that several resources share: halves of halls, and piles that kits draw from. */
export const assets: AssetSeed[] = [
  { key: 'turnhalle-a', owner: 'turnverein-ostviertel', name: 'Turnhalle, Hälfte A', quantity: 1 },
  { key: 'turnhalle-b', owner: 'turnverein-ostviertel', name: 'Turnhalle, Hälfte B', quantity: 1 },
  { key: 'saal-links', owner: 'buergerhaus-ost', name: 'Großer Saal, linke Seite', quantity: 1 },
  { key: 'saal-rechts', owner: 'buergerhaus-ost', name: 'Großer Saal, rechte Seite', quantity: 1 },
  { key: 'garnituren', owner: 'quartiersbuero', name: 'Festzeltgarnituren', quantity: 80 },
  { key: 'faltpavillons', owner: 'quartiersbuero', name: 'Faltpavillons 3 x 3 m', quantity: 6 },
  { key: 'kabeltrommeln', owner: 'quartiersbuero', name: 'Kabeltrommeln 50 m', quantity: 8 },
  { key: 'stapelstuehle', owner: 'buergerhaus-ost', name: 'Stapelstühle', quantity: 120 },
  {
    key: 'buergerhaus-beamer',
    owner: 'buergerhaus-ost',
    name: 'Beamer des Bürgerhauses',
    quantity: 2,
  },
  {
    key: 'buergerhaus-leinwand',
    owner: 'buergerhaus-ost',
    name: 'Rollleinwand 2,40 m',
    quantity: 1,
  },
  { key: 'schwungtuch', owner: 'kita-regenbogen', name: 'Schwungtuch 6 m', quantity: 2 },
  { key: 'dosenwurf', owner: 'kita-regenbogen', name: 'Dosenwerfen', quantity: 3 },
  { key: 'sackhuepfen', owner: 'kita-regenbogen', name: 'Hüpfsäcke', quantity: 20 },
];

import type { OrganisationSeed } from './types';

/** What the neighbourhood management has to decide on, and what it once had to stop. */
export const organisationsWaiting: OrganisationSeed[] = [
  {
    slug: 'spielmobil-verein',
    name: 'Spielmobil-Verein Kunterbunt',
    kind: 'association',
    status: 'pending',
    about:
      'Wir sind sieben Studierende der Sozialpädagogik und fahren mit einem alten Postauto voller Spiele auf Plätze ohne Spielplatz. Wir möchten mitmachen und haben selbst viel zu verleihen.',
    email: 'hallo@kunterbunt.example.org',
    phone: '+49 30 23125 033',
    address: 'Kanalstraße 3, Ostviertel',
  },
  {
    slug: 'arabischer-lesekreis',
    name: 'Arabischer Lesekreis',
    kind: 'initiative',
    status: 'pending',
    about:
      'Wir lesen jeden zweiten Sonntag Gedichte und Romane auf Arabisch und übersetzen gemeinsam ins Deutsche. Wir suchen einen ruhigen Raum für fünfzehn Menschen und sehr viel Tee.',
    email: 'iqra@lesekreis.example.org',
    phone: '+49 30 23125 034',
    address: 'Herzbergstraße 44, Ostviertel',
  },
  {
    slug: 'partyservice-blitz',
    name: 'Partyservice Blitz',
    kind: 'initiative',
    status: 'suspended',
    about:
      'Feiern aller Art, schnell und laut. Hat sich als gewerblicher Weiterverleih herausgestellt und ruht, bis das geklärt ist.',
    email: 'blitz@partyservice.example.org',
    phone: '+49 30 23125 035',
    address: 'Industriehof 5, Ostviertel',
  },
];

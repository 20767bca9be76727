import type { OrganisationSeed, ResourceSeed } from './types';

/** A second pool, small on purpose: it shows that districts do not see into each other. */
export const westhafenOrganisations: OrganisationSeed[] = [
  {
    slug: 'bootsverein-anker',
    name: 'Bootsverein Anker',
    kind: 'association',
    about:
      'Paddeln, Segeln und Müllsammeln auf dem Kanal. Unsere Bootshalle ist im Winter ein prima Festsaal, wenn man Wasser mag.',
    email: 'steg@anker.example.org',
    phone: '+49 30 23125 041',
    address: 'Kai 3, Westhafen',
  },
  {
    slug: 'hafenkantine',
    name: 'Hafenkantine Miteinander',
    kind: 'initiative',
    about:
      'Eine Kantine, in der dienstags Nachbarn für Nachbarn kochen. Töpfe und Tische verleihen wir an alle, die auch gern viele Gäste haben.',
    email: 'topf@hafenkantine.example.org',
    phone: '+49 30 23125 042',
    address: 'Speicherweg 9, Westhafen',
  },
];

export const westhafenPeople = {
  demo: [
    {
      email: 'antje.kruse@example.org',
      name: 'Antje Kruse',
      role: 'manager',
      organisation: 'westhafen',
    },
  ],
  names: ['Bo Larsen', 'Fatou Ndiaye', 'Henk de Vries', 'Maren Thiele', 'Rosa Pinto', 'Ali Rezaei'],
};

export const westhafenResources: ResourceSeed[] = [
  {
    slug: 'bootshalle',
    owner: 'bootsverein-anker',
    kind: 'room',
    title: 'Bootshalle',
    description:
      'Große Halle am Wasser, von Oktober bis April leer. Tor drei Meter breit, Strom da.',
    rules: 'Kein offenes Feuer. Das Tor abends schließen, der Kanal ist näher, als man denkt.',
    place: 'Kai 3',
    picture: 'hall',
    capacityNote: '80 Personen',
    rhythm: 'weekend',
  },
  {
    slug: 'bootsanhaenger',
    owner: 'bootsverein-anker',
    kind: 'vehicle',
    title: 'Anhänger für vier Kanus',
    description: 'Leichter Trailer, 100er-Zulassung, Stützrad neu.',
    place: 'Kai 3',
    picture: 'trailer',
    rhythm: 'summer',
  },
  {
    slug: 'grosse-toepfe',
    owner: 'hafenkantine',
    kind: 'equipment',
    title: 'Große Töpfe, 50 Liter',
    description: 'Sechs Töpfe mit Deckel, jeder reicht für hundert Teller Suppe.',
    place: 'Speicherweg 9',
    picture: 'dishes',
    quantity: 6,
    approval: 'instant',
    rhythm: 'weekend',
  },
  {
    slug: 'kantinenraum',
    owner: 'hafenkantine',
    kind: 'room',
    title: 'Kantinenraum am Abend',
    description:
      'Lange Tische, warme Lampen und eine Theke, hinter der man sich wie zu Hause fühlt.',
    place: 'Speicherweg 9',
    picture: 'cafe',
    capacityNote: '45 Personen an Tischen',
    rhythm: 'evening',
  },
];

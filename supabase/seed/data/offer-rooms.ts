import type { OfferDetails } from './offer-details';

const haus = { owner: 'buergerhaus-ost', place: 'Marktplatz 1' } as const;
const lukas = { owner: 'kirchgemeinde-lukas', place: 'Gemeindehaus, Lukasplatz 1' } as const;

/** The rooms among the published offers. */
export const offerRooms: Record<string, OfferDetails | undefined> = {
  Bürgersaal: {
    ...haus,
    slug: 'buergersaal',
    description: 'Heller Saal im ersten Stock mit Parkett und Blick auf den Markt. Aufzug ist da.',
    picture: 'hall',
    rhythm: 'weekend',
  },
  'Kleiner Saal': {
    ...haus,
    slug: 'kleiner-saal-og',
    description:
      'Für Feste bis sechzig Gäste, Proben und Versammlungen, wenn der Bürgersaal zu groß ist.',
    picture: 'half-hall',
    rhythm: 'evening',
  },
  Kulturscheune: {
    slug: 'kulturscheune',
    owner: 'theater-hinterhof',
    place: 'Gerberstraße 11, 2. Hof',
    description: 'Balken, Ziegel, gute Akustik: unsere Scheune für Lesungen, Konzerte und Theater.',
    picture: 'barn',
    rhythm: 'weekend',
  },
  'Gruppenraum groß': {
    ...lukas,
    slug: 'gruppenraum-gross',
    description: 'Freundlicher Raum mit Tischen, Tafel und Blick in den Hof.',
    picture: 'meeting-room',
    rhythm: 'evening',
  },
  'Gruppenraum klein': {
    ...lukas,
    slug: 'gruppenraum-klein',
    description: 'Für kleine Runden, in denen man sich zuhört.',
    picture: 'meeting-room',
    rhythm: 'weekday',
    approval: 'instant',
  },
  Teeküche: {
    ...lukas,
    slug: 'teekueche',
    description: 'Wasserkocher, Herd mit zwei Platten, Geschirr für zwölf und ein runder Tisch.',
    picture: 'kitchen',
    rhythm: 'weekday',
    approval: 'instant',
  },
  Gemeindehalle: {
    ...lukas,
    slug: 'gemeindehalle',
    description: 'Der größte Raum der Gemeinde, für Konzerte, Basare und lange Tafeln.',
    picture: 'hall',
    rhythm: 'weekend',
    bufferAfterMinutes: 60,
  },
  'Saal mit Küche und Theke': {
    slug: 'saal-mit-kueche-und-theke',
    owner: 'feuerwehr-ost',
    place: 'Wachtelweg 2',
    description: 'Unser Saal über der Fahrzeughalle. Wenn die Sirene geht, wird es kurz laut.',
    picture: 'hall',
    rhythm: 'weekend',
    // at most two dates; the terms say days
    maxMinutes: 1440,
  },
  'Festsaal Erdgeschoss': {
    ...haus,
    slug: 'festsaal-erdgeschoss',
    description:
      'Für Hochzeiten, Vereinsfeste und Tauffeiern; die Tür zum Hof lässt sich ganz öffnen.',
    picture: 'hall',
    rhythm: 'weekend',
  },
  'Saal Obergeschoss': {
    ...haus,
    slug: 'saal-obergeschoss',
    description: 'Saal mit eigener Küche nebenan, beliebt bei allen, die gern für viele kochen.',
    picture: 'half-hall',
    rhythm: 'weekend',
  },
  Vereinsraum: {
    slug: 'vereinsraum',
    owner: 'kleingarten-morgensonne',
    place: 'Vereinsheim, Am Bahndamm 7',
    description: 'Holztäfelung, Ofen und eine Terrasse zwischen Apfelbäumen.',
    picture: 'club-room',
    rhythm: 'weekend',
  },
  'Bürgerhaus mit Küche': {
    ...haus,
    slug: 'buergerhaus-mit-kueche',
    description:
      'Das Nebenhaus mit Saal und Küche für euch allein, einen Tag oder ein ganzes Wochenende.',
    picture: 'kitchen',
    rhythm: 'weekend',
    maxMinutes: 5760,
  },
  'Jugend-Café': {
    slug: 'jugend-cafe',
    owner: 'jugendzentrum-gleis',
    place: 'Am Stellwerk 3, Erdgeschoss',
    description: 'Sofas, Theke, Kicker. Für Geburtstage und Klassenfeste von Jugendlichen.',
    picture: 'cafe',
    rhythm: 'weekend',
    // four weeks, as the terms say
    leadMinutes: 40320,
  },
  Disco: {
    slug: 'disco',
    owner: 'jugendzentrum-gleis',
    place: 'Am Stellwerk 3, Keller',
    description: 'Anlage, Licht, Nebel aus der Dose und eine Tür, die dicht hält.',
    picture: 'disco',
    rhythm: 'weekend',
    leadMinutes: 40320,
  },
};

import { offerRooms } from './offer-rooms';
import type { ResourceSeed } from './types';

export type OfferDetails = Pick<
  ResourceSeed,
  | 'slug'
  | 'owner'
  | 'description'
  | 'picture'
  | 'place'
  | 'rhythm'
  | 'approval'
  | 'parts'
  | 'maxMinutes'
  | 'leadMinutes'
  | 'bufferBeforeMinutes'
  | 'bufferAfterMinutes'
>;

const kjr = { owner: 'kreisjugendring-muster', place: 'Verleihlager, Sportallee 14' } as const;
const gleis = { owner: 'jugendzentrum-gleis', place: 'Am Stellwerk 3' } as const;

/** What a published offer does not say: who lends it here, in which words, with which picture. */
export const offerDetails: Record<string, OfferDetails | undefined> = {
  ...offerRooms,
  '9-Sitzer-Bus': {
    ...kjr,
    slug: 'neunsitzer-bus',
    description:
      'Unser Bus für Freizeiten und Ausflüge. Kindersitze liegen im Lager, bitte mitbestellen.',
    picture: 'minibus',
    rhythm: 'weekend',
  },
  Spielmobil: {
    ...kjr,
    slug: 'spielmobil',
    description:
      'Anhänger voller Spiele: Pedalos, Stelzen, Riesenmikado, Rollenrutsche. Macht aus jedem Platz einen Spielplatz.',
    picture: 'game-mobile',
    rhythm: 'summer',
  },
  'Hüpfburg groß': {
    ...kjr,
    slug: 'huepfburg-gross',
    description:
      'Die große Burg mit Rutsche für bis zu zwanzig Kinder zugleich. Zwei Erwachsene passen die ganze Zeit auf.',
    picture: 'bouncy-castle',
    rhythm: 'summer',
  },
  Innenspielmobil: {
    ...kjr,
    slug: 'innenspielmobil',
    description: 'Spielekisten auf Rollen für drinnen, wenn es regnet oder Winter ist.',
    picture: 'game-mobile',
    rhythm: 'weekend',
  },
  Schminkkoffer: {
    ...kjr,
    slug: 'schminkkoffer',
    description:
      'Farben auf Wasserbasis, Pinsel, Schwämme, Glitzer und ein Heft mit Vorlagen vom Tiger bis zum Schmetterling.',
    picture: 'face-paint',
    rhythm: 'summer',
  },
  'Bingo-Spiel': {
    ...kjr,
    slug: 'bingo-spiel',
    description:
      'Trommel mit 75 Kugeln, Tafel und hundert Karten. Der Saal wird still, versprochen.',
    picture: 'bingo',
    rhythm: 'weekend',
  },
  'Mega-Ball': {
    ...kjr,
    slug: 'mega-ball',
    description: 'Ein Ball, größer als die meisten, die ihn rollen. Pumpe liegt bei.',
    picture: 'mega-ball',
    rhythm: 'summer',
  },
  'Hüpfburg 5 x 6 m mit Gebläse': {
    ...kjr,
    slug: 'huepfburg-5x6',
    description:
      'Handlicher als die große Burg und in zwanzig Minuten aufgestellt. Das Gebläse braucht eine eigene Steckdose.',
    picture: 'bouncy-castle',
    // handed out on two mornings a week: no weekend habit
    rhythm: 'idle',
  },
  Glücksrad: {
    ...kjr,
    slug: 'gluecksrad',
    description: 'Zum Beschriften, mit lautem Klacken. Zieht an jedem Stand eine Schlange.',
    picture: 'wheel-of-fortune',
    rhythm: 'idle',
  },
  Buttonmaschine: {
    ...gleis,
    slug: 'buttonmaschine',
    description: 'Presse und Kreisschneider für Buttons von 59 mm. Eine Probe ist immer dabei.',
    picture: 'button-machine',
    rhythm: 'weekend',
  },
  Mittelalterkostüme: {
    ...gleis,
    slug: 'mittelalterkostueme',
    description: 'Zwölf Gewänder vom Knappen bis zur Burgherrin, Größen 128 bis XL.',
    picture: 'costumes',
    rhythm: 'rare',
  },
  Feldbetten: {
    ...kjr,
    slug: 'feldbetten',
    description: 'Stabile Betten mit Tasche, für Übernachtungen in Turnhalle und Gemeindehaus.',
    picture: 'camp-bed',
    rhythm: 'weekend',
  },
  'Zelt 10 Personen': {
    ...kjr,
    slug: 'zelt-10-personen',
    description:
      'Gruppenzelt mit Boden und Vordach. Nass geworden? Bitte sagen, wir trocknen es zusammen.',
    picture: 'sleeping-tent',
    rhythm: 'summer',
  },
  'Zelt 20 Personen': {
    ...kjr,
    slug: 'zelt-20-personen',
    description:
      'Großes Mannschaftszelt für Lager und Küche. Vier Leute und eine halbe Stunde, dann steht es.',
    picture: 'tent',
    rhythm: 'summer',
  },
  'Beamer und Leinwand': {
    ...kjr,
    slug: 'beamer-und-leinwand',
    description: 'Heller Beamer mit HDMI und eine Leinwand auf Stativ, beides in einer Tasche.',
    picture: 'beamer',
    rhythm: 'evening',
    approval: 'instant',
  },
  'Slackline-Set': {
    ...kjr,
    slug: 'slackline-set',
    description: 'Fünfzehn Meter mit Baumschutz und Hilfsseil. Bitte nur an dicken Bäumen.',
    picture: 'slackline',
    rhythm: 'summer',
    approval: 'instant',
  },
  'Geräteverleih Jugendring allgemein': {
    ...kjr,
    slug: 'geraeteverleih-jugendring',
    description:
      'Das ganze Lager für Großveranstaltungen: Wir stellen mit euch eine Liste zusammen und packen sie auf Paletten.',
    picture: 'trolley',
    rhythm: 'rare',
  },
};

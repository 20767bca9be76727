/** A request that waits, told by hand because people look at it first. */
export interface OpenRequest {
  thing: string;
  borrower: string;
  minutesAgo: number;
  /** Day of use, counted from today; then the next such weekday (0 Monday), if one is named. */
  inDays: number;
  weekday?: number;
  /** Wall-clock hours from … to; above 24 is the day after. */
  hours: readonly [number, number];
  quantity?: number;
  purpose: string;
  question?: string;
  answer?: string;
}

const HOUR = 60;
const DAY = 1440;

/** For the people one can sign in as: what the caretaker and others find when they look. */
export const inbox: OpenRequest[] = [
  {
    thing: 'grosser-saal',
    borrower: 'viet-kulturhaus',
    minutesAgo: 4 * DAY + 130,
    inDays: 18,
    weekday: 5,
    hours: [12, 23],
    purpose: 'Hochzeit von Minh und Sarah, etwa 120 Gäste, wir kochen selbst',
  },
  {
    thing: 'lehrkueche-buergerhaus',
    borrower: 'syrische-kueche',
    minutesAgo: 3 * DAY + 400,
    inDays: 9,
    weekday: 4,
    hours: [15, 21],
    purpose: 'Kochabend für die Deutschkurse, 16 Personen',
    question:
      'Gern! Braucht ihr den großen Herd, oder reichen die vier Platten? Und wer schließt am Ende ab?',
  },
  {
    thing: 'stapelstuehle',
    borrower: 'theater-hinterhof',
    minutesAgo: 2 * DAY + 610,
    inDays: 12,
    weekday: 5,
    hours: [9, 36],
    quantity: 60,
    purpose: 'Premiere „Der Besuch“, wir holen selbst ab',
    question: 'Habt ihr einen Transporter? 60 Stück passen nicht in den Kombi.',
    answer: 'Ja, die Feuerwehr fährt uns. Wir sind zu viert beim Tragen.',
  },
  {
    thing: 'innenhof-buergerhaus',
    borrower: 'mieterrat-bahnhofstrasse',
    minutesAgo: 2 * DAY + 45,
    inDays: 16,
    weekday: 6,
    hours: [13, 19],
    purpose: 'Hofflohmarkt, wir räumen alles wieder weg',
  },
  {
    thing: 'saal-rechts',
    borrower: 'ukrainehilfe-nachbarn',
    minutesAgo: DAY + 500,
    inDays: 8,
    weekday: 2,
    hours: [17, 20],
    purpose: 'Infoabend Wohnungssuche mit Übersetzung',
  },
  {
    thing: 'buergersaal',
    borrower: 'chor-querbeet',
    minutesAgo: DAY + 95,
    inDays: 20,
    weekday: 6,
    hours: [15, 20],
    purpose: 'Konzert mit dem Partnerchor aus Gdańsk',
  },
  {
    thing: 'festsaal-erdgeschoss',
    borrower: 'selbsthilfe-barrierefrei',
    minutesAgo: 19 * HOUR,
    inDays: 25,
    weekday: 5,
    hours: [10, 17],
    purpose: 'Jahrestreffen; stufenlos ist für uns wichtig',
  },
  {
    thing: 'tagungs-paket',
    borrower: 'elternrat-ost',
    minutesAgo: 3 * HOUR + 20,
    inDays: 6,
    weekday: 1,
    hours: [18, 22],
    purpose: 'Elternversammlung, 80 Leute',
  },
  {
    thing: 'kleiner-saal-og',
    borrower: 'viet-kulturhaus',
    minutesAgo: 25,
    inDays: 10,
    weekday: 3,
    hours: [18, 21],
    purpose: 'Probe Löwentanz. Es wird getrommelt!',
  },
  {
    thing: 'huepfburg-gross',
    borrower: 'viet-kulturhaus',
    minutesAgo: 2 * DAY + 300,
    inDays: 13,
    weekday: 5,
    hours: [-7, 20],
    purpose: 'Kinderfest zum Vereinsjubiläum',
    question: 'Sehr gern! Habt ihr jemanden mit Anhängerkupplung, oder sollen wir liefern?',
  },
  {
    thing: 'turnhalle-ganz',
    borrower: 'pfadfinder-biber',
    minutesAgo: 3 * DAY + 75,
    inDays: 40,
    weekday: 4,
    hours: [17, 34],
    purpose: 'Übernachtung mit 40 Wölflingen, Matten bringen wir mit',
  },
  {
    thing: 'turnhalle-ganz',
    borrower: 'fc-ostviertel',
    minutesAgo: DAY + 240,
    inDays: 47,
    weekday: 6,
    hours: [9, 18],
    purpose: 'Hallenturnier der E-Jugend, acht Mannschaften',
  },
  {
    thing: 'turnmatten',
    borrower: 'kita-regenbogen',
    minutesAgo: 5 * HOUR,
    inDays: 9,
    weekday: 0,
    hours: [8, 12],
    quantity: 4,
    purpose: 'Bewegungstag der Vorschulkinder',
  },
];

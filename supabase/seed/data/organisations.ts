import { organisationsLast } from './organisations-last';
import { organisationsMore } from './organisations-more';
import { organisationsWaiting } from './organisations-waiting';
import type { OrganisationSeed } from './types';

const first: OrganisationSeed[] = [
  {
    slug: 'turnverein-ostviertel',
    name: 'Turnverein Ostviertel 1898 e. V.',
    kind: 'association',
    about:
      'Vom Kinderturnen bis zur Rückenschule für Ältere: 640 Mitglieder, zwölf Abteilungen, eine Turnhalle mit Geschichte. Wenn wir die Halle nicht brauchen, soll sie anderen nützen. Wer neu im Viertel ist, turnt die ersten vier Wochen umsonst mit.',
    email: 'halle@tv-ostviertel.example.org',
    phone: '+49 30 23125 001',
    website: 'https://tv-ostviertel.example.org',
    address: 'Turnhallenweg 3, Ostviertel',
  },
  {
    slug: 'kleingarten-morgensonne',
    name: 'Kleingartenverein Morgensonne e. V.',
    kind: 'association',
    about:
      '86 Parzellen zwischen Bahndamm und Kanal, ein Vereinsheim und ein Gemeinschaftsgarten. Unsere Werkzeuge und den Häcksler verleihen wir gern, am liebsten an Leute, die sie sauber zurückbringen.',
    email: 'vorstand@morgensonne.example.org',
    phone: '+49 30 23125 002',
    address: 'Am Bahndamm 7, Ostviertel',
  },
  {
    slug: 'viet-kulturhaus',
    name: 'Vietnamesisches Kulturhaus Hoa Sen e. V.',
    kind: 'association',
    about:
      'Treffpunkt vietnamesischer Familien seit den achtziger Jahren und offen für alle Nachbarn. Wir feiern Tết und das Mondfest, unterrichten Vietnamesisch und Deutsch und kochen jeden zweiten Freitag für das Haus.',
    email: 'xinchao@hoasen.example.org',
    phone: '+49 30 23125 003',
    website: 'https://hoasen.example.org',
    address: 'Herzbergstraße 18, Ostviertel',
  },
  {
    slug: 'ukrainehilfe-nachbarn',
    name: 'Ukrainehilfe Nachbarn',
    kind: 'initiative',
    about:
      'Seit März 2022 helfen wir einander beim Ankommen: Behörden, Wohnung, Schule, ein Klavier zum Üben. Die meisten von uns sind selbst erst angekommen.',
    email: 'pryvit@nachbarn.example.org',
    phone: '+49 30 23125 004',
    address: 'Bahnhofstraße 12, Ostviertel',
  },
  {
    slug: 'syrische-kueche',
    name: 'Syrische Küche am Markt',
    kind: 'initiative',
    about:
      'Wir kochen, was wir von unseren Müttern gelernt haben, und zeigen es jedem, der mitschneidet. Für Feste im Viertel kommen wir mit großen Töpfen und guter Laune.',
    email: 'ahlan@kueche-am-markt.example.org',
    phone: '+49 30 23125 005',
    address: 'Marktplatz 3, Ostviertel',
  },
  {
    slug: 'jugendzentrum-gleis',
    name: 'Jugendzentrum Gleis 3',
    kind: 'institution',
    about:
      'Das alte Stellwerk gehört den Jugendlichen: Proberaum, Café, Werkstatt und eine Disco, die um eins schließt. Was an Technik da ist, darf hinaus ins Viertel, wenn jemand eine Einweisung hatte.',
    email: 'team@gleis3.example.org',
    phone: '+49 30 23125 006',
    website: 'https://gleis3.example.org',
    address: 'Am Stellwerk 3, Ostviertel',
  },
  {
    slug: 'kirchgemeinde-lukas',
    name: 'Evangelische Lukasgemeinde',
    kind: 'institution',
    about:
      'Kirche, Gemeindehaus und ein Hof mit Kastanien. Unsere Räume stehen allen offen, die Gutes vorhaben, gleich welchen Glaubens. Küster Wendt weiß, wo alles steht.',
    email: 'gemeindebuero@lukas.example.org',
    phone: '+49 30 23125 007',
    website: 'https://lukas.example.org',
    address: 'Lukasplatz 1, Ostviertel',
  },
  {
    slug: 'feuerwehr-ost',
    name: 'Freiwillige Feuerwehr Ost, Förderverein',
    kind: 'association',
    about:
      'Der Förderverein der Wache Ost mit Jugendfeuerwehr. Wir verleihen Bänke, Zelte und Stromkabel und bauen auf Wunsch mit auf; nur die roten Autos bleiben bei uns.',
    email: 'foerderverein@ff-ost.example.org',
    phone: '+49 30 23125 008',
    address: 'Wachtelweg 2, Ostviertel',
  },
  {
    slug: 'reparaturcafe-schraube',
    name: 'Reparaturcafé Lockere Schraube',
    kind: 'initiative',
    about:
      'Jeden ersten und dritten Samstag wird bei uns repariert statt weggeworfen. Vom Toaster bis zur Nähmaschine: Du bringst es mit, wir schrauben gemeinsam.',
    email: 'werkbank@schraube.example.org',
    phone: '+49 30 23125 009',
    address: 'Kanalstraße 22, Ostviertel',
  },
  {
    slug: 'lernwerkstatt-ost',
    name: 'Lernwerkstatt Ost e. V.',
    kind: 'association',
    about:
      'Nachhilfe, Deutschkurse und Prüfungsvorbereitung von Ehrenamtlichen, zwei Nachmittage und zwei Abende in der Woche. Unsere Laptops und Räume stehen sonst leer, also leiht sie.',
    email: 'hallo@lernwerkstatt-ost.example.org',
    phone: '+49 30 23125 010',
    address: 'Schulgasse 5, Ostviertel',
  },
  {
    slug: 'chor-querbeet',
    name: 'Chor Querbeet',
    kind: 'association',
    about:
      'Vierzig Stimmen, kein Vorsingen, viel Lachen. Wir proben mittwochs und singen in neun Sprachen, auch auf Straßenfesten und im Seniorenheim.',
    email: 'singen@querbeet.example.org',
    phone: '+49 30 23125 011',
    address: 'Lukasplatz 1, Ostviertel',
  },
];

export const organisations: OrganisationSeed[] = [
  ...first,
  ...organisationsMore,
  ...organisationsLast,
  ...organisationsWaiting,
];

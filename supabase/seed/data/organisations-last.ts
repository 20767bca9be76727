import type { OrganisationSeed } from './types';

export const organisationsLast: OrganisationSeed[] = [
  {
    slug: 'fc-ostviertel',
    name: 'FC Ostviertel',
    kind: 'association',
    about:
      'Elf Jugendmannschaften, zwei Plätze und ein Vereinsheim mit Flutlichtblick. Unter der Woche trainieren wir, an freien Tagen ist der Kunstrasen für alle da.',
    email: 'platzwart@fc-ostviertel.example.org',
    phone: '+49 30 23125 023',
    address: 'Sportallee 1, Ostviertel',
  },
  {
    slug: 'fraueninitiative-courage',
    name: 'Fraueninitiative Courage',
    kind: 'initiative',
    about:
      'Nähcafé, Beratung und ein Selbstbehauptungskurs, alles von Frauen für Frauen. Unsere Nähmaschinen rattern auch gern woanders.',
    email: 'mut@courage.example.org',
    phone: '+49 30 23125 024',
    address: 'Gerberstraße 6, Ostviertel',
  },
  {
    slug: 'musikschule-tonleiter',
    name: 'Musikschule Tonleiter',
    kind: 'institution',
    about:
      'Unterricht in zwanzig Instrumenten und ein Leihklavier, das schon in drei Hinterhöfen stand. Unsere Anlage ist an Wochenenden oft frei.',
    email: 'buero@tonleiter.example.org',
    phone: '+49 30 23125 025',
    address: 'Lindenstraße 8, Ostviertel',
  },
  {
    slug: 'makerspace-funke',
    name: 'Makerspace Funke e. V.',
    kind: 'association',
    about:
      'Offene Werkstatt mit 3D-Druckern, Lötplätzen und einer Kreissäge, vor der alle Respekt haben. Donnerstags ist offener Abend, auch für völlige Anfänger.',
    email: 'loeten@funke.example.org',
    phone: '+49 30 23125 026',
    address: 'Kanalstraße 40, Ostviertel',
  },
  {
    slug: 'kita-regenbogen',
    name: 'Kita Regenbogen',
    kind: 'institution',
    about:
      'Neunzig Kinder, ein Garten mit Weidentunnel und ein Bewegungsraum, der am Wochenende leer steht. Kinderfeste von Nachbarn sind bei uns willkommen.',
    email: 'leitung@kita-regenbogen.example.org',
    phone: '+49 30 23125 027',
    address: 'Rosenweg 9, Ostviertel',
  },
  {
    slug: 'elternrat-ost',
    name: 'Elternrat der Grundschule Ost',
    kind: 'initiative',
    about:
      'Wir organisieren Schulfest, Flohmarkt und den Laufbus am Morgen. Popcornmaschine und Spielekiste haben wir vom Erlös gekauft, damit alle etwas davon haben.',
    email: 'rat@eltern-ost.example.org',
    phone: '+49 30 23125 028',
    address: 'Schulgasse 1, Ostviertel',
  },
  {
    slug: 'stadtgaertnerei',
    name: 'Interkulturelle Stadtgärtnerei',
    kind: 'initiative',
    about:
      'Hochbeete, Bienen und ein Lehmofen auf dem alten Parkdeck. Wir gärtnern in acht Sprachen und verstehen uns beim Gießen sofort.',
    email: 'beet@stadtgaertnerei.example.org',
    phone: '+49 30 23125 029',
    address: 'Parkdeck Lindenstraße, Ostviertel',
  },
  {
    slug: 'quartiersbuero',
    name: 'Quartiersbüro Ostviertel',
    kind: 'institution',
    about:
      'Das Büro des Quartiersmanagements: Besprechungsraum, Drucker und immer jemand, der weiß, wer weiterhilft. Dienstag bis Donnerstag einfach hereinkommen.',
    email: 'buero@qm-ostviertel.example.org',
    phone: '+49 30 23125 030',
    website: 'https://qm-ostviertel.example.org',
    address: 'Bahnhofstraße 2, Ostviertel',
  },
  {
    slug: 'kreisjugendring-muster',
    name: 'Kreisjugendring Muster',
    kind: 'association',
    about:
      'Dachverband von 43 Jugendverbänden mit dem größten Verleihlager der Gegend: Hüpfburgen, Zelte, Spielmobil. Ausgabe ist Dienstag und Donnerstag am Vormittag.',
    email: 'verleih@kjr-muster.example.org',
    phone: '+49 30 23125 031',
    website: 'https://kjr-muster.example.org',
    address: 'Sportallee 14, Ostviertel',
  },
  {
    slug: 'eine-welt-laden',
    name: 'Eine-Welt-Laden Ostviertel',
    kind: 'association',
    about:
      'Fairer Handel hinter einem sehr kleinen Schaufenster, getragen von zwanzig Freiwilligen. Für Feste verleihen wir Mehrwegbecher, Kaffeekannen und den Marktstand.',
    email: 'laden@eineweltost.example.org',
    phone: '+49 30 23125 032',
    address: 'Marktplatz 11, Ostviertel',
  },
];

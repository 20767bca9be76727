import type { OrganisationSeed } from './types';

export const organisationsMore: OrganisationSeed[] = [
  {
    slug: 'pfadfinder-biber',
    name: 'Pfadfinderstamm Biber',
    kind: 'association',
    about:
      'Fünf Gruppen von sieben bis siebzehn, im Sommer im Zelt, im Winter im Keller der Schulgasse. Unsere Zelte und Kothen gehen außerhalb der Lagerzeit gern auf Reisen.',
    email: 'stamm@biber.example.org',
    phone: '+49 30 23125 012',
    address: 'Schulgasse 9, Ostviertel',
  },
  {
    slug: 'seniorenclub-goldregen',
    name: 'Seniorenclub Goldregen',
    kind: 'association',
    about:
      'Kaffee, Karten, Ausflüge und ein Bus mit Hebebühne. Wer schlecht laufen kann, wird abgeholt; wer fahren mag, ist hochwillkommen.',
    email: 'kaffee@goldregen.example.org',
    phone: '+49 30 23125 013',
    address: 'Rosenweg 30, Ostviertel',
  },
  {
    slug: 'radwerkstatt-speiche',
    name: 'Radwerkstatt Speiche',
    kind: 'initiative',
    about:
      'Selbsthilfewerkstatt für Fahrräder und Heimat der Lastenräder des Viertels. Wir zeigen, wie es geht; schrauben tust du selbst.',
    email: 'platten@speiche.example.org',
    phone: '+49 30 23125 014',
    address: 'Kanalstraße 24, Ostviertel',
  },
  {
    slug: 'theater-hinterhof',
    name: 'Theater im Hinterhof e. V.',
    kind: 'association',
    about:
      'Amateurtheater mit eigener Bühne, Kostümfundus und einer Lichtanlage, die größer ist als das Dach. Zwischen zwei Stücken leihen wir fast alles aus.',
    email: 'buehne@hinterhof.example.org',
    phone: '+49 30 23125 015',
    website: 'https://hinterhof.example.org',
    address: 'Gerberstraße 11, 2. Hof, Ostviertel',
  },
  {
    slug: 'mieterrat-bahnhofstrasse',
    name: 'Mieterrat Bahnhofstraße',
    kind: 'initiative',
    about:
      'Gewählte Nachbarinnen und Nachbarn aus 312 Wohnungen. Wir organisieren Hoffeste, Sperrmülltage und den Waschküchenfrieden.',
    email: 'rat@bahnhofstrasse.example.org',
    phone: '+49 30 23125 016',
    address: 'Bahnhofstraße 31, Ostviertel',
  },
  {
    slug: 'stadtteilbibliothek',
    name: 'Stadtteilbibliothek Ost',
    kind: 'institution',
    about:
      'Bücher in vierzehn Sprachen, eine Bibliothek der Dinge und ein Lesegarten. Am Montag, wenn wir geschlossen haben, gehört der Lesesaal den Vereinen.',
    email: 'ausleihe@bibliothek-ost.example.org',
    phone: '+49 30 23125 017',
    website: 'https://bibliothek-ost.example.org',
    address: 'Marktplatz 8, Ostviertel',
  },
  {
    slug: 'buergerhaus-ost',
    name: 'Bürgerhaus Ost',
    kind: 'institution',
    about:
      'Das Haus für alle: zwei Säle, sechs Gruppenräume, Küche und Hof, dazu Bänke, Geschirr und Technik. Hausmeister Yusuf Demir kennt jede Steckdose und antwortet meist noch am selben Abend.',
    email: 'hausmeister@buergerhaus-ost.example.org',
    phone: '+49 30 23125 018',
    website: 'https://buergerhaus-ost.example.org',
    address: 'Marktplatz 1, Ostviertel',
  },
  {
    slug: 'cafe-nachbar',
    name: 'Café Nachbar',
    kind: 'initiative',
    about:
      'Ehrenamtliches Café, in dem der Kaffee kostet, was du geben kannst. Abends gehört der Raum Gruppen, die einen Ort zum Reden suchen.',
    email: 'tisch@cafe-nachbar.example.org',
    phone: '+49 30 23125 019',
    address: 'Rosenweg 4, Ostviertel',
  },
  {
    slug: 'foodsharing-ost',
    name: 'Foodsharing Ost',
    kind: 'initiative',
    about:
      'Wir holen Lebensmittel ab, die sonst in der Tonne landen, und verteilen sie an drei Fairteilern. Kühlboxen und Anhänger sind tagsüber meist frei.',
    email: 'korb@foodsharing-ost.example.org',
    phone: '+49 30 23125 020',
    address: 'Marktplatz 5, Ostviertel',
  },
  {
    slug: 'selbsthilfe-barrierefrei',
    name: 'Selbsthilfe Barrierefrei e. V.',
    kind: 'association',
    about:
      'Menschen mit und ohne Behinderung, die Stufen zählen und Rampen bauen. Wir verleihen Rampen, Höranlage und Rollstühle und schauen uns euren Festplatz vorher an.',
    email: 'rampe@barrierefrei.example.org',
    phone: '+49 30 23125 021',
    address: 'Rosenweg 17, Ostviertel',
  },
  {
    slug: 'schachclub-springer',
    name: 'Schachclub Springer',
    kind: 'association',
    about:
      'Zwei Mannschaften, eine Mädchengruppe und das Gartenschach auf dem Marktplatz. Bretter und Uhren verleihen wir für Turniere aller Art.',
    email: 'zug@springer.example.org',
    phone: '+49 30 23125 022',
    address: 'Schulgasse 2, Ostviertel',
  },
];

import type { ResourceSeed } from '../types';

export const kitchensAndCafes: ResourceSeed[] = [
  {
    slug: 'grosse-kueche-syrisch',
    owner: 'syrische-kueche',
    kind: 'room',
    title: 'Große Kochküche · مطبخ كبير',
    description:
      'Zwei Herde mit je sechs Flammen, große Töpfe, Kühlraum. Hier kochen wir für 150 Leute, ihr könnt das auch. مطبخ مجهز للطبخ الجماعي، أهلاً بكم.',
    rules:
      'Wer kocht, hat die Belehrung nach Infektionsschutzgesetz. Herde und Boden sauber zurück.',
    place: 'Hafenstraße 15, Hof',
    picture: 'kitchen',
    capacityNote: '10 Leute am Herd',
    priceNote: '20,00 je Tag für Gas und Strom',
    bufferAfterMinutes: 60,
    minMinutes: 120,
    rhythm: 'weekend',
  },
  {
    slug: 'lehrkueche-buergerhaus',
    owner: 'buergerhaus-ost',
    kind: 'room',
    title: 'Lehrküche im Bürgerhaus',
    description:
      'Vier Kochinseln für Kurse, Geschirr für 40 Personen, Spülmaschine in drei Minuten. Stufenlos.',
    rules: 'Spülmaschine leer räumen, Herde auswischen, Biomüll mitnehmen.',
    place: 'Marktplatz 1, Erdgeschoss',
    picture: 'kitchen',
    capacityNote: '16 Personen',
    priceNote: 'Vereine 15,00 je Tag',
    bufferAfterMinutes: 30,
    rhythm: 'evening',
  },
  {
    slug: 'cafe-nachbar-raum',
    owner: 'cafe-nachbar',
    kind: 'room',
    title: 'Café Nachbar außerhalb der Öffnung',
    description:
      'Unser Café mit 35 Plätzen gehört euch, wenn wir zu haben: montags und dienstags ganz, sonst ab 19 Uhr. Die Kaffeemaschine erklären wir gern.',
    rules: 'Milchschläuche nach Plan reinigen, Kasse bleibt zu.',
    place: 'Marktplatz 4',
    picture: 'cafe',
    capacityNote: '35 Plätze innen, 20 draußen',
    priceNote: 'Gruppen des Viertels frei, Kaffee zum Selbstkostenpreis',
    rhythm: 'evening',
  },
  {
    slug: 'teekueche-kita',
    owner: 'kita-regenbogen',
    kind: 'room',
    title: 'Elterncafé der Kita (nachmittags)',
    description:
      'Kleiner heller Raum mit Teeküche und Spielteppich. Für Krabbelgruppen und Elternabende ab 16.30 Uhr.',
    rules: 'Schuhe aus. Spielzeug in die Kisten.',
    place: 'Regenbogenweg 1',
    picture: 'cafe',
    capacityNote: '15 Erwachsene mit Kindern',
    priceNote: 'frei',
    approval: 'instant',
    rhythm: 'weekday',
  },
  {
    slug: 'foodsharing-lager',
    owner: 'foodsharing-ost',
    kind: 'room',
    title: 'Lager mit Kühlschränken',
    description:
      'Drei große Kühlschränke und Regale für Feste und Sammelaktionen. Bitte nur verschlossene Lebensmittel und mit Namen beschriften.',
    place: 'Bahnbogen 6',
    picture: 'kitchen',
    capacityNote: '12 qm, 3 Kühlschränke',
    priceNote: 'frei',
    rhythm: 'rare',
  },
];

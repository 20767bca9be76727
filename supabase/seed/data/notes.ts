/** What people write to each other when they decide, ask and take back. Kind, even in a no. */
export const declines: readonly string[] = [
  'An dem Tag brauchen wir es selbst, es tut uns leid. Eine Woche später gern!',
  'Leider ist es gerade in Reparatur. Fragt bitte in zwei Wochen noch einmal.',
  'Für private Feiern dürfen wir nicht verleihen. Schaut mal beim Bürgerhaus, die können das.',
  'So viele können wir an dem Wochenende nicht entbehren. Mit der Hälfte ginge es.',
  'An dem Abend kann niemand aufschließen. Ginge es auch am Nachmittag?',
  'Wir haben Ferien und niemand ist im Lager. Danach sehr gern.',
  'Das ist für 30 Personen zu klein, ihr würdet euch ärgern. Nehmt lieber den großen Saal.',
  'Bei Sturmwarnung geben wir das Zelt nicht heraus. Sicher ist sicher.',
];

export const approvals: readonly string[] = [
  'Gern! Schlüssel gibt es beim Hausmeister.',
  'Viel Spaß! Bitte an die Rückgabe bis 10 Uhr denken.',
  'Passt. Ruft kurz durch, wenn ihr losfahrt.',
  'Alles klar, liegt bereit.',
  'Schönes Fest euch! Wenn etwas kaputtgeht, einfach sagen.',
];

export const cancellations: readonly string[] = [
  'Das Fest ist auf nächstes Jahr verschoben.',
  'Wir haben zu wenige Anmeldungen, danke trotzdem!',
  'Krankheitswelle, wir müssen absagen.',
  'Es soll nur regnen, wir bleiben drinnen.',
  'Wir haben inzwischen selbst eins geschenkt bekommen.',
];

export const ownerCancellations: readonly string[] = [
  'Wasserschaden! Es tut uns sehr leid, wir helfen beim Suchen nach Ersatz.',
  'Beim letzten Verleih kaputtgegangen, die Reparatur dauert. Entschuldigt bitte.',
];

export const closureReasons: readonly string[] = [
  'Wartung und Grundreinigung',
  'Eigenbedarf',
  'Betriebsferien',
  'Prüfung der Elektrik',
  'Vereinsfest',
];

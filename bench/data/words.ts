/** What the invented things are called: enough words that a search finds some and not all. */
export const nouns: readonly (readonly [kind: string, noun: string])[] = [
  ['equipment', 'Bierbank'],
  ['equipment', 'Biertisch'],
  ['equipment', 'Stapelstuhl'],
  ['equipment', 'Mehrwegbecher'],
  ['equipment', 'Beamer'],
  ['equipment', 'Leinwand'],
  ['equipment', 'Lautsprecher'],
  ['equipment', 'Mischpult'],
  ['equipment', 'Funkmikrofon'],
  ['equipment', 'Stromaggregat'],
  ['equipment', 'Kabeltrommel'],
  ['equipment', 'Pavillon'],
  ['equipment', 'Festzelt'],
  ['equipment', 'Kaffeemaschine'],
  ['equipment', 'Gulaschkanone'],
  ['equipment', 'Bohrmaschine'],
  ['equipment', 'Hochdruckreiniger'],
  ['equipment', 'Nähmaschine'],
  ['equipment', 'Stellwand'],
  ['equipment', 'Absperrgitter'],
  ['equipment', 'Erste-Hilfe-Tasche'],
  ['equipment', 'Lichterkette'],
  ['installation', 'Hüpfburg'],
  ['installation', 'Bühne'],
  ['installation', 'Kletterwand'],
  ['installation', 'Minigolfbahn'],
  ['installation', 'Grillplatz'],
  ['installation', 'Bolzplatz'],
  ['room', 'Gemeindesaal'],
  ['room', 'Turnhalle'],
  ['room', 'Lehrküche'],
  ['room', 'Probenraum'],
  ['room', 'Werkstatt'],
  ['room', 'Besprechungsraum'],
  ['vehicle', 'Lastenrad'],
  ['vehicle', 'Kleinbus'],
  ['vehicle', 'Anhänger'],
  ['vehicle', 'Transporter'],
  ['service', 'Dolmetscher'],
  ['service', 'Hausmeister'],
  ['service', 'Kinderbetreuung'],
  ['service', 'Tontechnik'],
];

export const adjectives: readonly string[] = [
  'Große',
  'Kleine',
  'Neue',
  'Faltbare',
  'Leichte',
  'Robuste',
  'Grüne',
  'Blaue',
  'Wetterfeste',
  'Mobile',
  'Leise',
  'Helle',
];

/** Descriptions are made of these; none is a thing, so that a search does not find everything. */
export const filler: readonly string[] =
  `abholen bitte sauber zurück bringen zwei Personen tragen Schlüssel beim Büro Anleitung liegt
   bei Strom Anschluss nötig nur drinnen bei Regen nicht nutzen Kaution wird erstattet Termin
   absprechen passt in einen Kofferraum geprüft jedes Jahr im Frühling sehr beliebt für Feste
   Nachbarschaft Verein hilft gern beim Aufbau Maße stehen auf dem Typenschild Schäden gleich
   melden danke`
    .split(/\s+/)
    .filter((word) => word !== '');

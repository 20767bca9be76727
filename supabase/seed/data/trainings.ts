/** The groups that come each week: what they do, and who they are. */
export const trainings: Record<
  'hall' | 'field',
  readonly (readonly [what: string, who: string])[]
> = {
  hall: [
    ['Kinderturnen', 'turnverein-ostviertel'],
    ['Rückenschule', 'turnverein-ostviertel'],
    ['Eltern-Kind-Turnen', 'kita-regenbogen'],
    ['Volleyball, Mixed', 'turnverein-ostviertel'],
    ['Löwentanz-Training', 'viet-kulturhaus'],
    ['Seniorengymnastik', 'seniorenclub-goldregen'],
    ['Rollstuhlbasketball', 'selbsthilfe-barrierefrei'],
    ['Hallentraining U11', 'fc-ostviertel'],
    ['Selbstbehauptung für Mädchen', 'fraueninitiative-courage'],
    ['Breakdance', 'jugendzentrum-gleis'],
    ['Tischtennis', 'feuerwehr-ost'],
    ['Gymnastik auf Ukrainisch', 'ukrainehilfe-nachbarn'],
    ['Bewegungstheater', 'theater-hinterhof'],
    ['Dienstsport Jugendfeuerwehr', 'feuerwehr-ost'],
    ['Tanzgruppe Dabke', 'syrische-kueche'],
    ['Chorprobe mit Bewegung', 'chor-querbeet'],
  ],
  field: [
    ['Training U9', 'fc-ostviertel'],
    ['Training U13', 'fc-ostviertel'],
    ['Frauenfußball', 'fraueninitiative-courage'],
    ['Lauftreff', 'turnverein-ostviertel'],
    ['Freizeitkick der Väter', 'elternrat-ost'],
    ['Fußball für alle', 'ukrainehilfe-nachbarn'],
    ['Walking mit Stöcken', 'seniorenclub-goldregen'],
  ],
};

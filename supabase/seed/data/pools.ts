/** How the two districts introduce themselves. */
export const poolTexts = {
  ostviertel: {
    name: 'Ostviertel',
    about:
      'Was im Ostviertel schon da ist, gehört ein bisschen uns allen: Bänke, Säle, Lastenräder, Zeit und Können. Vereine und Einrichtungen leihen einander, was sie haben, ohne Papierkram.',
    imprint:
      'Quartiersbüro Ostviertel, Bahnhofstraße 2, Ostviertel. Telefon +49 30 23125 030, buero@qm-ostviertel.example.org. Erfundener Stadtteil: alle Namen, Anschriften und Nummern sind ausgedacht.',
  },
  westhafen: {
    name: 'Westhafen',
    about: 'Der kleine Pool am Kanal, gerade erst angefangen.',
    imprint: 'Quartiersbüro Westhafen, Speicherweg 1, Westhafen. Alles hier ist ausgedacht.',
  },
};

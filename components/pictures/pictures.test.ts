import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  guessPicture,
  isPictureName,
  pictureForKind,
  pictureNames,
  pictureOr,
  picturesOfKind,
  type PictureKind,
} from './pictures';

const folder = fileURLToPath(new URL('../../public/pictures/', import.meta.url));
const kinds: PictureKind[] = ['equipment', 'installation', 'room', 'vehicle', 'service'];

describe('The list and the files are the same', () => {
  test('every name has its file and every file its name', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.svg'));
    expect(files.sort()).toEqual(pictureNames.map((name) => `${name}.svg`).sort());
    expect(new Set(pictureNames).size).toBe(pictureNames.length);
  });

  describe.each(pictureNames)('%s', (name) => {
    const svg = readFileSync(`${folder}${name}.svg`, 'utf8');

    test('is light enough for a phone', () => {
      expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(name === 'welcome' ? 8000 : 3500);
    });

    test('runs nothing and fetches nothing', () => {
      expect(svg).not.toMatch(/<(script|foreignObject|image|use|a|iframe|animate|set)\b/i);
      expect(svg).not.toMatch(/\son\w+\s*=|href|url\(|@import|<!|<\?|javascript:|data:/i);
      expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/\/\//);
      expect(svg).not.toMatch(/NaN|undefined|null/);
    });

    test('is a 4:3 sheet with a day and a night, and draws', async () => {
      expect(svg).toContain('viewBox="0 0 320 240" width="320" height="240"');
      expect(svg).toContain('@media(prefers-color-scheme:dark)');
      // why: librsvg reads with a real XML parser and refuses what is not well-formed.
      const { dominant } = await sharp(Buffer.from(svg)).resize(64, 48).stats();
      expect(dominant).toBeDefined();
    });
  });
});

describe('Somebody lists a thing', () => {
  test.each<[string, PictureKind, string]>([
    ['Bierzeltgarnitur (Tisch + 2 Bänke)', 'equipment', 'benches'],
    ['80 Bierbänke', 'equipment', 'benches'],
    ['Festzeltgarnituren', 'equipment', 'benches'],
    ['Partyzelt 3 × 6 m', 'equipment', 'tent'],
    ['Zelt 10 Personen', 'equipment', 'sleeping-tent'],
    ['Faltpavillon', 'equipment', 'pavilion'],
    ['Beamer und Leinwand', 'equipment', 'beamer'],
    ['Hüpfburg 5 x 6 m mit Gebläse', 'equipment', 'bouncy-castle'],
    ['HÜPFBURG', 'equipment', 'bouncy-castle'],
    ['Hu\u0308pfburg', 'equipment', 'bouncy-castle'],
    ['Innenspielmobil', 'equipment', 'game-mobile'],
    ['Schminkkoffer', 'equipment', 'face-paint'],
    ['Bingo-Spiel', 'equipment', 'bingo'],
    ['Mega-Ball', 'equipment', 'mega-ball'],
    ['Glücksrad', 'equipment', 'wheel-of-fortune'],
    ['Buttonmaschine', 'equipment', 'button-machine'],
    ['Mittelalterkostüme', 'equipment', 'costumes'],
    ['Feldbetten', 'equipment', 'camp-bed'],
    ['Slackline-Set', 'equipment', 'slackline'],
    ['400 Mehrwegbecher', 'equipment', 'cups'],
    ['Kaffeemaschine für 120 Tassen', 'equipment', 'coffee-urn'],
    ['Motorsense', 'equipment', 'kind-equipment'],
    ['Rasenmäher mit Motor', 'equipment', 'lawn-mower'],
    ['Tischtennisplatte', 'equipment', 'kind-equipment'],
    ['Leiterwagen', 'equipment', 'trolley'],
    ['Lastenrad', 'equipment', 'cargo-bike'],
    ['Projector with screen', 'equipment', 'beamer'],
    ['Sound system', 'equipment', 'speaker'],
    ['Popcornmaschine', 'equipment', 'popcorn'],
    ['Bürgersaal', 'room', 'hall'],
    ['Saal mit Küche und Theke', 'room', 'hall'],
    ['Sporthalle, Hallenteil A', 'room', 'hall'],
    ['Hallenhälfte A', 'room', 'half-hall'],
    ['Halle B', 'room', 'half-hall'],
    ['Kulturscheune', 'room', 'barn'],
    ['Gruppenraum groß', 'room', 'meeting-room'],
    ['Teeküche', 'room', 'kitchen'],
    ['Jugend-Café', 'room', 'cafe'],
    ['Disco', 'room', 'disco'],
    ['Vereinsraum', 'room', 'club-room'],
    ['Rehearsal room', 'room', 'studio'],
    ['Kegelbahn mit Tischen', 'room', 'kind-room'],
    ['Bolzplatz am Bahndamm', 'installation', 'sports-field'],
    ['Gemeinschaftsgarten', 'installation', 'garden'],
    ['Grillplatz', 'installation', 'fire-pit'],
    ['Freilichtbühne', 'installation', 'stage-open-air'],
    ['Innenhof', 'installation', 'courtyard'],
    ['9-Sitzer-Bus', 'vehicle', 'minibus'],
    ['VW-Transporter', 'vehicle', 'van'],
    ['Pkw-Anhänger', 'vehicle', 'trailer'],
    ['E-Bike', 'vehicle', 'bike'],
    ['Dolmetschen Arabisch–Deutsch', 'service', 'interpreter'],
    ['Tontechnik mit Mensch', 'service', 'sound-person'],
    ['Buchhaltung für Vereine', 'service', 'bookkeeping'],
    ['Kinderbetreuung bei Festen', 'service', 'childcare'],
    ['Mediation im Verein', 'service', 'mediation'],
    ['', 'service', 'kind-service'],
    ['<script>🎪\u202e', 'equipment', 'kind-equipment'],
  ])('“%s” (%s) gets %s', (title, kind, picture) => {
    expect(guessPicture(title, kind)).toBe(picture);
  });

  test('a guess is always a picture that exists, however long the title', () => {
    for (const kind of kinds) {
      expect(isPictureName(guessPicture('zelt '.repeat(100_000), kind))).toBe(true);
    }
  });

  test('an unknown name falls back to the picture of its kind', () => {
    for (const kind of kinds) {
      expect(pictureOr('../../etc/passwd', kind)).toBe(pictureForKind(kind));
      expect(pictureOr(null, kind)).toBe(`kind-${kind}`);
      expect(picturesOfKind(kind)[0]).toBe(`kind-${kind}`);
    }
    expect(pictureOr('benches', 'room')).toBe('benches');
    expect(isPictureName('constructor')).toBe(false);
  });
});

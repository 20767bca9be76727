import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hintCompilation } from './compile-hints';

let dist: string;
const read = (file: string) => readFileSync(join(dist, file), 'utf8');

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'build-'));
  mkdirSync(join(dist, 'static'));
  writeFileSync(join(dist, 'build-manifest.json'), '{"rootMainFiles":["static/frame.js"]}');
  writeFileSync(join(dist, 'static/frame.js'), 'frame()');
  writeFileSync(join(dist, 'static/page.js'), 'page()');
});
afterEach(() => {
  rmSync(dist, { recursive: true });
});

test('what every page runs is marked once, however often a build is finished; a page’s own piece is not', () => {
  hintCompilation(dist);
  hintCompilation(dist);
  expect(read('static/frame.js')).toBe('//# allFunctionsCalledOnLoad\nframe()');
  expect(read('static/page.js')).toBe('page()');
});

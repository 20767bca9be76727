import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { compare, shapeOf } from './catalogue';
import { visibleLiterals } from './literals';
import { matcher, usedPatterns } from './usage';

const tree = (text: string) =>
  ts.createSourceFile('x.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);

describe('a translation', () => {
  const check = (original: string, translation: string, tag = 'de-DE') =>
    compare(new Map([['a.b', original]]), new Map([['a.b', translation]]), 'de-DE', tag);

  test('that says the same with the same arguments passes', () => {
    expect(check('Hallo {name}, <b>neu</b>', '<b>new</b>, hello {name}')).toEqual([]);
  });

  test.each([
    ['Hallo {name}', 'Hello {nom}', ['does not use name:any', 'uses unknown nom:any']],
    ['Hallo', 'Hello <b>you</b>', ['uses unknown b:tag']],
    ['Hallo', 'Hello {', ['is not ICU']],
    ['Hallo', ' ', ['is empty']],
  ])('%s → %s fails', (original, translation, found) => {
    const problems = check(original, translation).join('\n');
    for (const problem of found) expect(problems).toContain(problem);
  });

  test('needs every plural form of its own language', () => {
    const german = '{n, plural, one {# Bank} other {# Bänke}}';
    expect(shapeOf(german, 'de-DE').problems).toEqual([]);
    expect(shapeOf(german, 'pl-PL').problems).toEqual(['{n, plural} lacks few, many']);
    expect(shapeOf('{n, plural, other {# مقعد}}', 'ar').problems[0]).toBe(
      '{n, plural} lacks few, many, one, two, zero',
    );
  });

  test('must be there, and must not be extra', () => {
    const problems = compare(new Map([['a', 'x']]), new Map([['b', 'y']]), 'de-DE', 'en-GB');
    expect(problems).toEqual(['a: is missing', 'b: is not in the source language']);
  });
});

describe('a key is used', () => {
  const uses = (code: string, key: string) => matcher(usedPatterns(tree(code)))(key);

  test.each([
    [`const t = await getTranslations('bookings'); t('request.submit')`, 'bookings.request.submit'],
    [`const t = useTranslations('common.kind'); t(kind)`, 'common.kind.room'],
    ["const t = useTranslations('common'); t(`kind.${kind}`)", 'common.kind.room'],
    [
      `const [t, x] = await Promise.all([getTranslations('inbox'), y()]); t.rich('lead')`,
      'inbox.lead',
    ],
    [`const t = await getTranslations({ locale, namespace: 'emails' }); t('a')`, 'emails.a'],
    [
      `const label = { room: 'kind.room' }; const t = useTranslations('common')`,
      'common.kind.room',
    ],
    [`export const words = (t: T) => t('handover.done')`, 'handover.handover.done'],
  ])('%s', (code, key) => {
    expect(uses(code, key)).toBe(true);
  });

  test('and is not when nobody says it', () => {
    expect(uses(`const t = await getTranslations('bookings'); t('a')`, 'bookings.b')).toBe(false);
    expect(uses(`const t = await getTranslations('bookings'); t('a')`, 'inbox.a')).toBe(false);
  });
});

describe('words for people outside messages/', () => {
  const found = (code: string) => visibleLiterals(tree(code)).map(({ text }) => text);

  test('are found wherever they would be read', () => {
    expect(found(`<p title="Ein Titel">Hallo {x ? 'ja' : "nein"} {\`Tag \${n}\`}</p>`)).toEqual([
      'Ein Titel',
      'Hallo',
      'ja',
      'nein',
      'Tag',
    ]);
  });

  test('class names, ids and signs are none', () => {
    expect(found(`<p className="flex gap" id="main"> · {t('key')} – 3</p>`)).toEqual([]);
  });
});

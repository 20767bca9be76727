import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { isolateNames } from './isolate';
import { loadMessages } from './messages';

describe('names inside sentences written from right to left', () => {
  test('carry their own direction, times and amounts do not', () => {
    expect(isolateNames({ a: { b: 'من {owner} في {time}' }, list: ['{name}', 'x'] })).toEqual({
      a: { b: 'من \u2068{owner}\u2069 في {time}' },
      list: ['\u2068{name}\u2069', 'x'],
    });
  });

  test('keep the choices of a sentence as they are', () => {
    const sentence = '{side, select, owner {هو} other {{name}}}';
    expect(isolateNames({ sentence })).toEqual({
      sentence: '{side, select, owner {هو} other {\u2068{name}\u2069}}',
    });
  });

  test.each(['ar', 'fa'] as const)('%s: the club keeps its full stop', async (locale) => {
    const t = createTranslator({
      locale,
      messages: await loadMessages(locale),
      namespace: 'waiting.list',
    });
    const owner = 'Turnverein Ostviertel e. V.';
    expect(t('from', { owner })).toContain(`\u2068${owner}\u2069`);
  });

  test('what reads from left to right stays as it is written', async () => {
    const { waiting } = await loadMessages('de');
    expect(JSON.stringify(waiting)).not.toMatch(/[\u2068\u2069]/);
  });
});

import { describe, expect, test } from 'vitest';
import { linkedPieces } from './linked-text';

const links = (text: string) => linkedPieces(text).flatMap(({ href }) => href ?? []);

describe('what somebody wrote', () => {
  test('stays word for word', () => {
    const text = 'Büro\nTel. 0341 123456, büro@example.org.\nhttps://example.org/a?b=1, immer.';
    expect(
      linkedPieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
    expect(links(text)).toEqual([
      'tel:0341123456',
      'mailto:b%C3%BCro@example.org',
      'https://example.org/a?b=1',
    ]);
  });

  test.each([
    ['+49 (0)341 123 45-0', 'tel:+49341123450'],
    ['Fon: 0341/12345-67', 'tel:03411234567'],
    ['(schreibt an info@example.org)', 'mailto:info@example.org'],
    ['Siehe http://example.org/x).', 'http://example.org/x'],
  ])('%s can be pressed', (text, href) => {
    expect(links(text)).toEqual([href]);
  });

  test.each([
    'Am 24.10.2026 ab 10:00 bis 18:00',
    'PLZ 04315, Haus 0',
    'DE02120300000000202051',
    'VR 0123456789a',
    'javascript:alert(1)',
    'wir @ euch',
    '',
  ])('%j has nothing to press', (text) => {
    expect(links(text)).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { readSpot, spotText } from './model';

const place = { latitude: 52.5277, longitude: -13.4711 };

test('a place is read as maps and people write it', () => {
  for (const text of [
    '52.5277, -13.4711',
    '52.5277,-13.4711',
    '52,5277 -13,4711',
    '52,5277; -13,4711',
    ' 52.5277°, -13.4711° ',
    spotText(place),
  ])
    expect(readSpot(text), text).toEqual(place);
});

test('what is nowhere on earth is no place', () => {
  for (const text of ['', 'Marktplatz 1', '52.5', '91, 13', '52, 181', '52.5 13.4 7', '5e1, 13'])
    expect(readSpot(text), text).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { mailHref, mapHref, telHref, webHref } from './contact-links';

describe('a phone number that is pressed', () => {
  test.each([
    ['0341 12 34 56', 'tel:0341123456'],
    ['0341/1234-0', 'tel:034112340'],
    ['(0341) 12 34 56', 'tel:0341123456'],
    ['+49 341 123456', 'tel:+49341123456'],
    ['+49 (0)341 123456', 'tel:+49341123456'],
    ['+49 (0) 341 123456', 'tel:+49341123456'],
    ['0049 (0)341 123456', 'tel:+49341123456'],
    ['Tel.: 0341 123456', 'tel:0341123456'],
    ['0341 123456 oder 0176 654321', 'tel:0341123456'],
    ['0341 123456, 0176 654321', 'tel:0341123456'],
    ['٠٣٤١ ١٢٣٤٥٦', 'tel:0341123456'],
    ['۰۳۴۱ ۱۲۳۴۵۶', 'tel:0341123456'],
    ['112', 'tel:112'],
  ])('%s dials %s', (phone, href) => {
    expect(telHref(phone)).toBe(href);
  });

  test.each(['', ' ', 'nach Absprache', '1', '+', 'javascript:alert(1)'])(
    '%j dials nothing',
    (phone) => {
      expect(telHref(phone)).toBeNull();
    },
  );
});

describe('an e-mail address that is pressed', () => {
  test('opens a mail, with a subject where there is one', () => {
    expect(mailHref('büro@example.org')).toBe('mailto:b%C3%BCro@example.org');
    expect(mailHref(' a+b@example.org ', 'Saal & Küche')).toBe(
      'mailto:a%2Bb@example.org?subject=Saal%20%26%20K%C3%BCche',
    );
  });

  test('cannot smuggle in a second reader', () => {
    expect(mailHref('a@example.org?bcc=b@example.org')).toBeNull();
    expect(mailHref('a?bcc=b@example.org')).toBe('mailto:a%3Fbcc%3Db@example.org');
  });

  test.each(['', 'niemand', 'a@b@c', 'a b@c'])('%j opens nothing', (email) => {
    expect(mailHref(email)).toBeNull();
  });
});

describe('an address of the web that is pressed', () => {
  test('opens, also without https', () => {
    expect(webHref('https://example.org/x')).toBe('https://example.org/x');
    expect(webHref('www.example.org')).toBe('https://www.example.org');
  });

  test.each(['', 'javascript:alert(1)', 'data:text/html,x', 'nirgends', 'http://'])(
    '%j opens nothing',
    (address) => {
      expect(webHref(address)).toBeNull();
    },
  );
});

describe('a place', () => {
  const spot = { place: 'Markt 1 & Hof', latitude: null, longitude: null };

  test('opens in whatever map the template names', () => {
    expect(mapHref(spot, 'https://map.example/?q={query}')).toBe(
      'https://map.example/?q=Markt%201%20%26%20Hof',
    );
    expect(mapHref({ ...spot, latitude: 52.5, longitude: 13.4 }, 'geo:{lat},{lon}?q={query}')).toBe(
      'geo:52.5,13.4?q=Markt%201%20%26%20Hof',
    );
  });

  test('that nobody named opens nothing', () => {
    expect(mapHref({ place: '', latitude: null, longitude: null }, 'geo:{lat},{lon}')).toBeNull();
  });
});

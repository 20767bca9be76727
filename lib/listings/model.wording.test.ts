import { describe, expect, test } from 'vitest';
import { readIn } from './model';

const beamer = {
  locale: 'de',
  title: 'Beamer',
  description: 'hell',
  rules: 'abkühlen lassen',
  translations: [{ locale: 'en', title: 'Projector', description: 'bright', rules: '' }],
};

describe('what somebody reads', () => {
  test('is the owner’s own translation into their language', () => {
    expect(readIn(beamer, 'en')).toMatchObject({
      isTranslated: true,
      title: 'Projector',
      titleLocale: 'en',
      description: 'bright',
      descriptionLocale: 'en',
    });
  });

  test('is the original where the translation says nothing, marked with its language', () => {
    expect(readIn(beamer, 'en')).toMatchObject({ rules: 'abkühlen lassen', rulesLocale: 'de' });
  });

  test('is the original for whoever reads another language, or asks for the original', () => {
    for (const locale of ['fa', 'de', ''])
      expect(readIn(beamer, locale)).toMatchObject({
        isTranslated: false,
        title: 'Beamer',
        titleLocale: 'de',
        description: 'hell',
      });
  });
});

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

  test('is German for whoever reads plain German and finds no plain German', () => {
    const german = { locale: 'de', title: 'Beamer', description: '', rules: 'abkühlen lassen' };
    const foreign = { ...beamer, locale: 'en', title: 'Projector', description: 'bright' };
    const thing = { ...foreign, translations: [german] };
    expect(readIn(thing, 'de-einfach')).toMatchObject({
      title: 'Beamer',
      titleLocale: 'de',
      description: 'bright',
      descriptionLocale: 'en',
    });
    const plain = { locale: 'de-einfach', title: 'Film-Gerät', description: '', rules: '' };
    expect(readIn({ ...foreign, translations: [german, plain] }, 'de-einfach')).toMatchObject({
      title: 'Film-Gerät',
      titleLocale: 'de-einfach',
      rules: 'abkühlen lassen',
      rulesLocale: 'de',
    });
  });

  test('stays the original in plain German although there is German too', () => {
    const thing = { ...beamer, locale: 'de-einfach', translations: [{ ...beamer, title: 'XY' }] };
    expect(readIn(thing, 'de-einfach').title).toBe('Beamer');
  });
});

/** What some owners of the demo say in further languages: by slug of the thing, then by language. */

export interface TextSeed {
  title: string;
  description?: string;
  rules?: string;
}

export const translations: Record<string, Record<string, TextSeed>> = {
  'beamer-buergerhaus': {
    en: {
      title: 'Projector (bright, with HDMI)',
      description:
        'Bright enough for rooms with a curtain. Cable and remote control are in the bag; please put them back there.',
    },
    ar: {
      title: 'جهاز عرض ساطع مع HDMI',
      description:
        'ساطع بما يكفي للغرف ذات الستائر. الكابل وجهاز التحكم في الحقيبة، ونرجو إعادتهما إليها.',
    },
    uk: {
      title: 'Проєктор (яскравий, з HDMI)',
      description:
        'Достатньо яскравий для кімнат зі шторами. Кабель і пульт лежать у сумці, покладіть їх, будь ласка, назад.',
    },
    vi: {
      title: 'Máy chiếu (sáng, có HDMI)',
      description:
        'Đủ sáng cho phòng có rèm. Dây cáp và điều khiển nằm trong túi, xin để lại vào đó.',
    },
  },
  'leinwand-buergerhaus': {
    en: {
      title: 'Roll-up screen with stand',
      description: '2.40 metres wide, fits diagonally into an estate car.',
    },
    tr: {
      title: 'Ayaklı projeksiyon perdesi',
      description: '2,40 metre genişliğinde, steyşın arabaya çapraz sığar.',
    },
  },
};

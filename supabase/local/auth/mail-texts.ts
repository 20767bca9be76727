/** The words of the sign-in mail. A language added here is a language people can sign in with. */
export type MailText = {
  subject: (code: string) => string;
  greeting: string;
  intro: string;
  link: string;
  validity: (minutes: number) => string;
  ignore: string;
};

const texts = {
  de: {
    subject: (code) => `${code} ist dein Code für Allmende`,
    greeting: 'Hallo!',
    intro: 'Mit diesem Code meldest du dich an:',
    link: 'Oder tippe auf diesen Link:',
    validity: (minutes) => `Der Code gilt ${minutes} Minuten und nur einmal.`,
    ignore: 'Du wolltest dich gar nicht anmelden? Dann brauchst du nichts zu tun.',
  },
  en: {
    subject: (code) => `${code} is your code for Allmende`,
    greeting: 'Hello!',
    intro: 'Sign in with this code:',
    link: 'Or tap this link:',
    validity: (minutes) => `The code is valid for ${minutes} minutes and works once.`,
    ignore: 'You did not want to sign in? Then there is nothing you need to do.',
  },
} satisfies Record<string, MailText>;

/** The text for a locale such as `de-AT`; German where we know nothing better. */
export function mailText(locale: string | undefined): { lang: string; text: MailText } {
  const lang = (locale ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  if (lang in texts) return { lang, text: texts[lang as keyof typeof texts] };
  return { lang: 'de', text: texts.de };
}

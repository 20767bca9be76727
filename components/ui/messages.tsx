import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Namespace } from '@/lib/platform/i18n/messages';

type MessagesProps = { namespaces: Namespace[]; children: ReactNode };

/**
 * Words for the islands inside. Wrap as little as possible and name only what they use: everything
 * named travels with the page. An island with two or three words takes them as props instead.
 */
export async function Messages({ namespaces, children }: MessagesProps) {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()]);
  const picked = Object.fromEntries(namespaces.map((name) => [name, messages[name]]));
  return (
    <NextIntlClientProvider locale={locale} messages={picked}>
      {children}
    </NextIntlClientProvider>
  );
}

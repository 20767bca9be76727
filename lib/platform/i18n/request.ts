import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { DEFAULT_ZONE } from '../dates';
import { toLocale } from './locales';
import { loadMessages } from './messages';

/**
 * What next-intl asks once per request. The locale comes from the header that proxy.ts sets from the
 * path: unlike next/root-params it also holds inside server actions.
 */
export default getRequestConfig(async ({ locale }) => {
  const code = toLocale(locale ?? (await headers()).get('x-locale'));
  return { locale: code, messages: await loadMessages(code), timeZone: DEFAULT_ZONE };
});

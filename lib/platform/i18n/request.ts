import { getRequestConfig } from 'next-intl/server';
import { DEFAULT_ZONE } from '../dates';
import { toLocale } from './locales';
import { loadMessages, type Messages } from './messages';

/**
 * What next-intl asks once per request. The locale comes from the header that proxy.ts sets from the
 * path: unlike next/root-params it also holds inside server actions.
 */
export default getRequestConfig(async ({ locale, requestLocale }) => {
  const code = toLocale(locale ?? (await requestLocale));
  const messages = await loadMessages(code);
  return { locale: code, messages: messages as Messages, timeZone: DEFAULT_ZONE };
});

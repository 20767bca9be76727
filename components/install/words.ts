import { getTranslations } from 'next-intl/server';
import type { InstallWords } from './way';

/** `{share}` stays: the symbol takes its place. */
export async function installWords(): Promise<InstallWords> {
  const t = await getTranslations('common.install');
  return {
    title: t('title'),
    text: t('text'),
    ios: t('ios', { share: '{share}' }),
    menu: t('menu'),
    done: t('done'),
    install: t('install'),
    no: t('no'),
    understood: t('understood'),
  };
}

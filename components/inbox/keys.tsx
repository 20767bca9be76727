import { getTranslations } from 'next-intl/server';
import { Shortcuts } from './shortcuts.client';

/** The keys of the inbox, in the words of the page. */
export async function Keys() {
  const [t, common] = await Promise.all([
    getTranslations('inbox.keys'),
    getTranslations('common.action'),
  ]);
  return (
    <Shortcuts
      words={{
        open: t('open'),
        title: t('title'),
        lead: t('lead'),
        next: t('next'),
        previous: t('previous'),
        approve: t('approve'),
        decline: t('decline'),
        help: t('help'),
        on: t('on'),
        off: t('off'),
        turnOn: t('turnOn'),
        turnOff: t('turnOff'),
        notHere: t('notHere'),
        close: common('close'),
      }}
    />
  );
}

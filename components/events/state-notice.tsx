import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { stateOf, tallyOf, type EventDetail, type EventState } from '@/lib/events/model';
import { now } from '@/lib/platform/clock';
import { formatSoon } from '@/lib/platform/date-format';
import { paths } from '@/lib/platform/paths';

const TONES = {
  gap: 'attention',
  waiting: 'info',
  granted: 'done',
  partly: 'done',
  nothing: 'refused',
  cancelled: 'info',
  called_off: 'refused',
} as const satisfies Record<EventState, string>;

/** How it stands, and what to do about it, in two sentences. */
export async function StateNotice({ event }: { event: EventDetail }) {
  const [t, locale] = await Promise.all([getTranslations('events.state'), getLocale()]);
  const state = stateOf(event);
  const { granted, open } = tallyOf(event.items);
  const until = event.settleBy ? formatSoon(event.settleBy, now(), locale, event.zone) : '';
  const isOff = state === 'cancelled' || state === 'called_off' || state === 'nothing';
  return (
    <Notice
      tone={TONES[state]}
      title={t(state)}
      action={
        isOff && (
          <LinkButton href={paths.newEvent(locale)} variant="quiet" size="small" icon="plus">
            {t('again')}
          </LinkButton>
        )
      }
    >
      <p>{t(`${state}Text`, { until, granted, open })}</p>
    </Notice>
  );
}

import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AvailabilityMark } from '@/components/ui/availability-mark';
import { Name } from '@/components/ui/name';
import { Notice } from '@/components/ui/notice';
import { errorSentence } from '@/lib/platform/error-words';
import { formatDay, formatPeriod, formatTime } from '@/lib/platform/date-format';
import { dayOf } from '@/lib/platform/dates';
import { countFree, type PlannedDate } from '@/lib/series/model/series';
import { Choice } from './choice.client';

type PreviewProps = { dates: PlannedDate[]; zone: string };

/** Every date with what can be chosen for it: first those that do not fit, then the others to tick off. */
export async function Preview({ dates, zone }: PreviewProps) {
  const t = await getTranslations('series.preview');
  const { free, all } = countFree(dates);
  const open = dates.filter(({ stays }) => stays === null);
  const conflicts = open.filter(({ refusal }) => refusal !== null);
  const fitting = open.filter(({ refusal }) => refusal === null);
  return (
    <div className="space-y-6">
      <input type="hidden" name="dates" value={open.map(({ on }) => on).join(' ')} />
      <Notice
        tone={conflicts.length > 0 ? 'attention' : 'done'}
        title={t('summary', { free, all })}
      >
        {conflicts.length > 0 && t('conflicts', { count: conflicts.length })}
      </Notice>
      {conflicts.length > 0 && (
        <section>
          <h3 className="mb-2.5 text-base">{t('conflictsTitle')}</h3>
          <ul className="space-y-3">
            {conflicts.map((date) => (
              <ConflictRow key={date.on} date={date} zone={zone} />
            ))}
          </ul>
        </section>
      )}
      {fitting.length > 0 && (
        <details open={fitting.length <= 12} className="group">
          <summary className="flex min-h-11 cursor-pointer items-center gap-2 font-semibold">
            {t('fitting', { count: fitting.length })}
          </summary>
          <p className="mb-2 text-sm text-muted">{t('fittingHint')}</p>
          <ul className="edged divide-y divide-line rounded-lg bg-surface px-4 shadow-card">
            {fitting.map((date) => (
              <FreeRow key={date.on} date={date} zone={zone} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

async function FreeRow({ date, zone }: { date: PlannedDate; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations('series.preview'), getLocale()]);
  return (
    <li>
      <label className="flex min-h-12 cursor-pointer items-center gap-3 py-1.5">
        <Choice type="checkbox" name={`take.${date.on}`} value="rule" isGiven />
        <span className="min-w-0 grow tabular-nums">
          {formatPeriod(date.period, locale, zone, 'short')}
          {date.holiday && (
            <span className="block text-sm text-marigold-ink">
              {t('holiday', { name: date.holiday })}
            </span>
          )}
        </span>
      </label>
    </li>
  );
}

async function ConflictRow({ date, zone }: { date: PlannedDate; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations('series.preview'), getLocale()]);
  const { on, times, things, holiday } = date;
  const name = `take.${on}`;
  return (
    <li className="edged rounded-lg bg-surface p-4 shadow-card">
      <fieldset>
        <legend className="font-semibold tabular-nums">{formatDay(on, locale, 'full')}</legend>
        <p className="mb-1 flex flex-wrap items-center gap-x-2 text-sm text-muted">
          <AvailabilityMark state="taken" text={await whyNot(date)} />
          {holiday && <span>{t('holiday', { name: holiday })}</span>}
        </p>
        <Option name={name} value="skip" isFirst label={t('skip')} />
        {times.map(({ startsAt, endsAt }) => (
          <Option
            key={startsAt}
            name={name}
            value={`time:${startsAt}/${endsAt}`}
            label={t('otherTime', { time: timeWords(startsAt, endsAt) })}
          />
        ))}
        {things.map(({ id, title, organisationName }) => (
          <Option
            key={id}
            name={name}
            value={`resource:${id}`}
            label={t.rich('otherThing', {
              title: () => <bdi className="font-semibold">{title}</bdi>,
              owner: () => <Name>{organisationName}</Name>,
            })}
          />
        ))}
      </fieldset>
    </li>
  );

  function timeWords(startsAt: string, endsAt: string): string {
    const period = { start: new Date(startsAt), end: new Date(endsAt) };
    if (dayOf(period.start, zone) === on && dayOf(period.end, zone) === on) {
      return `${formatTime(period.start, locale, zone)}–${formatTime(period.end, locale, zone)}`;
    }
    return formatPeriod(period, locale, zone, 'short');
  }
}

type OptionProps = { name: string; value: string; label: ReactNode; isFirst?: boolean };

function Option({ name, value, label, isFirst = false }: OptionProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3 py-1">
      <Choice type="radio" name={name} value={value} isGiven={isFirst} />
      <span className="min-w-0">{label}</span>
    </label>
  );
}

/** Two words where two do; else the sentence that a single request would meet. */
async function whyNot({ refusal }: PlannedDate): Promise<string> {
  const t = await getTranslations('series.preview');
  if (!refusal) return '';
  const { code, params } = refusal;
  if (code === 'BKOVL') return t('taken');
  if (code === 'BKCAP') return t('short', { free: Number(params.free ?? 0) });
  return errorSentence(refusal);
}

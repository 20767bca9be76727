import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/form.client';
import { TextArea } from '@/components/ui/fields.client';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { formatPeriod } from '@/lib/platform/date-format';
import { decideSeriesAction } from '@/lib/series/actions';
import { isOpen, type SeriesDetail } from '@/lib/series/model/series';

/** Yes to everything in one tap, for the inbox and the top of the page. */
export async function ApproveAll({
  seriesId,
  place,
}: {
  seriesId: string;
  place: 'inbox' | 'series';
}) {
  const t = await getTranslations('series.decide');
  return (
    <ActionForm action={decideSeriesAction}>
      <input type="hidden" name="seriesId" value={seriesId} />
      <input type="hidden" name="place" value={place} />
      <SubmitButton wide name="decision" value="approveAll">
        <Icon name="check" />
        {t('approveAll')}
      </SubmitButton>
    </ActionForm>
  );
}

type DecideFormProps = {
  series: SeriesDetail;
  /** What else happens on the day, by date; belongs to the inbox. */
  beside: ReadonlyMap<string, ReactNode>;
};

/** Each open date with its day, to tick and answer together. */
export async function DecideForm({ series, beside }: DecideFormProps) {
  const [t, common, locale] = await Promise.all([
    getTranslations('series.decide'),
    getTranslations('common.action'),
    getLocale(),
  ]);
  const open = series.occurrences.filter(
    (occurrence) => isOpen(occurrence) && occurrence.booking?.ownerId === series.ownerId,
  );
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="decide" className="space-y-4">
      <h2 id="decide" className="text-xl">
        {t('title', { count: open.length })}
      </h2>
      <ApproveAll seriesId={series.id} place="series" />
      <details open={open.length <= 8} className="group">
        <summary className="flex min-h-11 cursor-pointer items-center gap-2 font-semibold text-leaf">
          {t('single')}
        </summary>
        <ActionForm action={decideSeriesAction} className="space-y-4 pt-2">
          <input type="hidden" name="seriesId" value={series.id} />
          <ul className="edged divide-y divide-line rounded-lg bg-surface px-4 shadow-card">
            {open.map(({ on, booking }) => (
              <li key={on} className="py-2">
                <label className="flex min-h-11 cursor-pointer items-center gap-3">
                  <input type="checkbox" name="on" value={on} className="tick" />
                  <span className="min-w-0 tabular-nums">
                    {booking &&
                      formatPeriod(
                        booking.wishedPeriod ?? booking.period,
                        locale,
                        series.zone,
                        'short',
                      )}
                    {booking?.wishedPeriod && (
                      <span className="block text-sm text-muted">
                        {t('instead', {
                          time: formatPeriod(booking.period, locale, series.zone, 'short'),
                        })}
                      </span>
                    )}
                  </span>
                </label>
                {beside.get(on)}
              </li>
            ))}
          </ul>
          <TextArea
            name="note"
            label={t('note')}
            optional={common('optional')}
            rows={2}
            maxLength={2_000}
          />
          <div className="grid grid-cols-2 gap-2.5">
            <SubmitButton name="decision" value="approve" variant="quiet">
              {t('approve')}
            </SubmitButton>
            <SubmitButton name="decision" value="decline" variant="danger">
              {t('decline')}
            </SubmitButton>
          </div>
        </ActionForm>
      </details>
    </section>
  );
}

import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { ActionForm } from '@/components/ui/form.client';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { revokeStandingAction } from '@/lib/approvals/actions';
import type { StandingApproval } from '@/lib/approvals/model';
import { now } from '@/lib/platform/clock';
import { formatDay, formatDistance, formatList } from '@/lib/platform/date-format';
import { asDay } from '@/lib/platform/dates';
import { paths } from '@/lib/platform/paths';

/** What is agreed to in advance, as sentences; each can be ended in one tap. */
export async function StandingList({ approvals }: { approvals: StandingApproval[] }) {
  const t = await getTranslations('approvals.standing');
  if (approvals.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <ul className="space-y-3">
      {approvals.map((approval) => (
        <Card key={approval.id} as="li" className="space-y-2">
          <StandingSentence approval={approval} />
          <LastDecided last={approval.last} />
          <ActionForm action={revokeStandingAction}>
            <input type="hidden" name="standingApprovalId" value={approval.id} />
            <SubmitButton variant="quiet" size="small">
              {t('revoke')}
            </SubmitButton>
          </ActionForm>
        </Card>
      ))}
    </ul>
  );
}

async function StandingSentence({ approval }: { approval: StandingApproval }) {
  const [t, locale] = await Promise.all([getTranslations('approvals.standing'), getLocale()]);
  const { thing, organisations, minCleanReturns, maxDays, maxQuantity, validUntil } = approval;
  const what = thing ? t('thing', { title: thing.title }) : t('everything');
  const limits = [
    ...(maxDays === null ? [] : [t('upToDays', { days: maxDays })]),
    ...(maxQuantity === null ? [] : [t('upToPieces', { count: maxQuantity })]),
    ...(approval.weekdays.length === 0
      ? []
      : [
          t('onlyOn', {
            // 2024-01-01 was a Monday
            days: formatList(
              approval.weekdays.map((day) =>
                formatDay(asDay(`2024-01-0${day}`), locale, 'weekday'),
              ),
              locale,
            ),
          }),
        ]),
    ...(validUntil === null ? [] : [t('until', { day: formatDay(validUntil, locale, 'date') })]),
  ];
  return (
    <>
      <p className="font-semibold" dir="auto">
        {minCleanReturns === null
          ? t('named', {
              organisations: formatList(organisations, locale),
              count: organisations.length,
              what,
            })
          : t('clean', { count: minCleanReturns, what })}
      </p>
      <p className="text-sm">{limits.length > 0 ? limits.join(' · ') : t('noLimits')}</p>
      {approval.note && (
        <p dir="auto" className="border-s-3 border-line ps-3 text-sm">
          {approval.note}
        </p>
      )}
      {thing?.asks && (
        <Notice tone="attention">
          {t.rich('asks', {
            link: (text) => (
              <Link
                href={`${paths.resourceTerms(locale, thing.id)}#decides`}
                className="font-semibold underline"
              >
                {text}
              </Link>
            ),
          })}
        </Notice>
      )}
    </>
  );
}

async function LastDecided({ last }: Pick<StandingApproval, 'last'>) {
  const [t, locale] = await Promise.all([getTranslations('approvals.standing'), getLocale()]);
  if (!last) return <p className="text-sm text-muted">{t('neverDecided')}</p>;
  return (
    <p className="text-sm text-muted" dir="auto">
      <Link href={paths.booking(locale, last.bookingId)} className="text-leaf underline">
        {t('last', {
          ago: formatDistance(last.at, now(), locale),
          borrower: last.borrower,
          title: last.title,
        })}
      </Link>
    </p>
  );
}

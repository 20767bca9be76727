import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { WhenFields } from '@/components/availability/when-fields.client';
import { WhenState } from '@/components/availability/when-state.client';
import { WhenNote } from '@/components/availability/when-note.client';
import { whenWords } from '@/components/availability/when-words';
import { RequestBar, WideRequestButton } from '@/components/bookings/request-bar';
import { RequestFields } from '@/components/bookings/request-fields';
import { RequestForm } from '@/components/bookings/request-form';
import { RequestTerms } from '@/components/bookings/request-terms';
import { QuoteBox } from '@/components/prices/quote-box';
import { PlanLink } from '@/components/series/plan-link';
import {
  LiveVerdict,
  VerdictAt,
  VerdictLabel,
  VerdictProvider,
} from '@/components/terms/live-verdict.client';
import { Island } from '@/components/ui/island';
import {
  flawOf,
  fromNowOn,
  partOf,
  periodOf,
  whenKey,
  whenQuery,
  type When,
} from '@/lib/availability/model';
import type { ResourceKind } from '@/lib/listings/model';
import { listMyOrganisations } from '@/lib/organisations/queries';
import { getViewer } from '@/lib/platform/auth/viewer';
import { now } from '@/lib/platform/clock';
import { formatPeriod } from '@/lib/platform/date-format';
import { dayOf, timeOf } from '@/lib/platform/dates';
import { draftState } from '@/lib/platform/draft';
import { IDLE } from '@/lib/platform/forms';
import { paths } from '@/lib/platform/paths';
import { findPricesOf } from '@/lib/prices/queries/prices';
import { findQuoteInWords } from '@/lib/prices/queries/quote';
import { fitted, timeFieldsOf, type TimeFields } from '@/lib/terms/model/choices';
import { acrossClosedDays, daysAround, mayCrossClosedDays } from '@/lib/terms/model/handover-days';
import { hasOpening } from '@/lib/terms/model/rules';
import { listOpening } from '@/lib/terms/queries/opening';
import { findRules } from '@/lib/terms/queries/rules';
import { findVerdictInWords } from '@/lib/terms/queries/verdict';
import { Calendar } from '../../../../calendar';
import type { PageAddress } from './address';
import type { ThingGround } from './thing';

type RequestProps = ThingGround & PageAddress & { children: ReactNode };

/** What most people borrow from one day to another; the rest for hours or one day. */
const BY_THE_DAY: ResourceKind[] = ['equipment', 'vehicle'];

/** Asking for a thing: when it is free, the fields, and the one button. */
export async function Request(props: RequestProps) {
  const { locale, pool, thing, when: wished, quantity, month, today, children } = props;
  const { fields, when } = await timeAtHand(thing.id, wished, pool.zone);
  const [t, words, viewer, organisations, draft] = await Promise.all([
    getTranslations('bookings.request'),
    whenWords(fields),
    getViewer(),
    listMyOrganisations(),
    draftState('request-booking'),
  ]);
  const here = organisations.filter((organisation) => organisation.pool.id === pool.id);
  const page = whenKey(when);
  // Words kept over a sign-in belong to this very address only.
  const isMine = draft.values.resourceId === thing.id && draft.values.page === page;
  const isInstant = thing.approval === 'instant';
  const hasPrices = (await findPricesOf(thing.id)) !== null;
  const borrower = here.find(({ status }) => status === 'admitted')?.id ?? null;
  const quote =
    hasPrices && when
      ? await findQuoteInWords(
          {
            resourceId: thing.id,
            organisationId: borrower,
            period: fromNowOn(when, pool.zone, now()),
            quantity,
            extras: {},
          },
          pool.zone,
        )
      : null;
  const period = when && fromNowOn(when, pool.zone, now());
  const found =
    period &&
    (await findVerdictInWords({
      resourceId: thing.id,
      organisationId: borrower,
      period,
      quantity,
    }));
  const verdict = found && {
    ...found,
    time: formatPeriod(periodOf(when, pool.zone), locale, pool.zone),
  };
  const several: Record<string, string> = quantity > 1 ? { n: String(quantity) } : {};
  const label = <VerdictLabel isInstant={isInstant} instant={t('sendInstant')} ask={t('send')} />;
  return (
    <RequestForm initial={isMine ? draft : IDLE}>
      <VerdictProvider initial={verdict}>
        <WhenState given={when} words={words}>
          <div className="gap-10 wide:grid wide:grid-cols-[minmax(0,1fr)_25rem]">
            <Island>{children}</Island>
            <section className="mt-8 wide:sticky wide:top-[calc(var(--top-bar)+1rem)] wide:mt-0 wide:self-start">
              <div className="space-y-6 wide:max-h-[calc(100dvh-var(--top-bar)-2rem)] wide:overflow-y-auto wide:rounded-xl wide:bg-sunken wide:p-5">
                <Island>
                  <Calendar
                    thing={{ id: thing.id, stock: thing.quantity }}
                    locale={locale}
                    zone={pool.zone}
                    when={when}
                    month={month}
                    today={today}
                    quantity={quantity}
                    path={paths.resource(locale, pool.slug, thing.slug)}
                    keep={several}
                    fields={fields}
                    mode={
                      BY_THE_DAY.includes(thing.kind) || fields.kind === 'fixed' ? 'several' : 'one'
                    }
                    waitingHref={(chosen) =>
                      paths.waiting(locale, pool.slug, thing.slug, {
                        ...whenQuery(chosen),
                        ...several,
                      })
                    }
                  />
                </Island>
                <h2 className="text-xl">{isInstant ? t('titleInstant') : t('title')}</h2>
                <Island>
                  <RequestFields
                    resourceId={thing.id}
                    zone={pool.zone}
                    stock={thing.quantity}
                    quantity={quantity}
                    freshKey={crypto.randomUUID()}
                    page={page}
                    borrowers={
                      viewer &&
                      here.map(({ id, name, status }) => ({
                        id,
                        name,
                        isAdmitted: status === 'admitted',
                      }))
                    }
                    foundHref={paths.newOrganisation(locale)}
                    thingsPath={paths.resource(locale, pool.slug, '')}
                    waitingPath={paths.waiting(locale, pool.slug, thing.slug)}
                    notes={{
                      quantity: <VerdictAt field="quantity" />,
                      borrower: <VerdictAt field="organisationId" />,
                    }}
                  >
                    <WhenFields given={when} words={words} today={today} />
                    <LiveVerdict />
                    <PlanLink pool={pool.slug} slug={thing.slug} when={when} quantity={quantity} />
                  </RequestFields>
                </Island>
                {hasPrices && <QuoteBox quote={quote} />}
                <RequestTerms price={hasPrices ? '' : thing.priceNote} rules={thing.rules} />
                <WideRequestButton label={label} />
              </div>
            </section>
          </div>
          <RequestBar
            label={label}
            note={<WhenNote given={when} locale={locale} zone={pool.zone} />}
          />
        </WhenState>
      </VerdictProvider>
    </RequestForm>
  );
}

/**
 * How the time of this thing is chosen, on the wished days or in general, and which one is proposed:
 * “Saturday”, as a search says it, is the time at which this thing can be had on Saturday.
 */
async function timeAtHand(
  thingId: string,
  wished: When | null,
  zone: string,
): Promise<{ fields: TimeFields; when: When | null }> {
  const rules = await findRules(thingId);
  if (!rules || !wished || !hasOpening(rules) || flawOf(periodOf(wished, 'UTC'))) {
    const fields = rules ? timeFieldsOf(rules, []) : ({ kind: 'free' } as const);
    return { fields, when: wished && fitted(wished, fields) };
  }
  const around = mayCrossClosedDays(rules) ? daysAround(wished) : wished;
  const opening = await listOpening(thingId, around.from, around.to);
  const fields = timeFieldsOf(
    rules,
    opening.filter(({ day }) => wished.from <= day && day <= wished.to),
  );
  const when = fitted(wished, fields);
  if (partOf(wished) !== 'day' || !mayCrossClosedDays(rules)) return { fields, when };
  const at = { day: dayOf(now(), zone), time: timeOf(now(), zone) };
  return { fields, when: acrossClosedDays(when, rules, opening, at) };
}

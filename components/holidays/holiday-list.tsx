import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { HolidaySpan } from '@/lib/holidays/model';
import { formatDay } from '@/lib/platform/date-format';

type HolidayListProps = { spans: HolidaySpan[]; children?: (span: HolidaySpan) => ReactNode };

/** Name and days of each, and what can be done with it. */
export async function HolidayList({ spans, children }: HolidayListProps) {
  const locale = await getLocale();
  return (
    <ul className="divide-y divide-line">
      {spans.map((span) => (
        <li
          key={`${span.from} ${span.name}`}
          className="flex min-h-13 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"
        >
          <span className="min-w-0">
            <span className="block font-semibold">
              <bdi>{span.name}</bdi>
            </span>
            <span className="text-sm text-muted">
              {formatDay(span.from, locale, 'long')}
              {span.to !== span.from && ` – ${formatDay(span.to, locale, 'long')}`}
            </span>
          </span>
          {children?.(span)}
        </li>
      ))}
    </ul>
  );
}

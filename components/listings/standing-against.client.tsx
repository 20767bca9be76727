'use client';

import Link from 'next/link';
import { useFormState } from '@/components/ui/form.client';
import { Name } from '@/components/ui/name';
import type { StandingBooking } from '@/lib/listings/model';

/** The bookings that the refused change ran into, each with the way to it. */
export function StandingAgainst({ title }: { title: string }) {
  const bookings = useFormState()?.value;
  if (!isStanding(bookings) || bookings.length === 0) return null;
  return (
    <section aria-label={title} className="rounded-md bg-brick-soft px-3.5 py-3 text-brick-ink">
      <p className="text-sm font-semibold">{title}</p>
      <ul>
        {bookings.map(({ id, href, borrower, when }) => (
          <li key={id}>
            <Link href={href} className="inline-flex min-h-11 flex-wrap items-center gap-x-2">
              <Name className="font-semibold underline">{borrower}</Name>
              <span className="text-sm tabular-nums">{when}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function isStanding(value: unknown): value is StandingBooking[] {
  return Array.isArray(value);
}

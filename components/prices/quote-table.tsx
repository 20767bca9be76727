import type { QuoteWords } from '@/lib/prices/model';

/** What it costs: lines, sum, and what to know besides. Plain, so that islands can draw it too. */
export function QuoteTable({ quote }: { quote: QuoteWords }) {
  const { headline, rows, total, notes } = quote;
  return (
    <div className="space-y-2">
      {headline && <p className="font-semibold">{headline}</p>}
      {rows.length > 0 && (
        <dl className="tabular-nums">
          {rows.map(({ label, detail, amount }) => (
            <div key={`${label} ${detail}`} className="flex items-baseline gap-3 py-1">
              <dt className="min-w-0 grow">
                <bdi>{label}</bdi> {detail && <span className="text-sm text-muted">{detail}</span>}
              </dt>
              <dd className="shrink-0">{amount}</dd>
            </div>
          ))}
          {total && (
            <div className="flex items-baseline gap-3 border-t border-line py-1.5 font-semibold">
              <dt className="grow">{total.label}</dt>
              <dd className="shrink-0">{total.amount}</dd>
            </div>
          )}
        </dl>
      )}
      {notes.map((note) => (
        <p key={note} className="text-sm text-muted">
          {note}
        </p>
      ))}
    </div>
  );
}

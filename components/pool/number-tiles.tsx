type Tile = { key: string; value: string; label: string };

/** A few numbers that stand for themselves. */
export function NumberTiles({ tiles }: { tiles: Tile[] }) {
  return (
    <dl className="grid grid-cols-2 gap-2.5 sm:grid-cols-3 print:grid-cols-4 wide:grid-cols-4">
      {tiles.map(({ key, value, label }) => (
        <div
          key={key}
          className="edged flex flex-col-reverse justify-end rounded-lg bg-surface p-3.5 shadow-card print:border print:border-line print:shadow-none"
        >
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="text-xl font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

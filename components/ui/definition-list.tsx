import type { ReactNode } from 'react';
import { Icon } from './icon';
import type { IconName } from './icons';

type Entry = { term: string; value: ReactNode; icon?: IconName };

/** Facts: term and value. Entries without a value are left out. */
export function DefinitionList({ entries }: { entries: Entry[] }) {
  const shown = entries.filter(
    ({ value }) => value !== null && value !== undefined && value !== '',
  );
  return (
    <dl className="divide-y divide-line">
      {shown.map(({ term, value, icon }) => (
        <div key={term} className="flex gap-3 py-3">
          {icon && <Icon name={icon} className="mt-0.5 text-muted" />}
          <div className="min-w-0">
            <dt className="text-sm text-muted">{term}</dt>
            <dd>{value}</dd>
          </div>
        </div>
      ))}
    </dl>
  );
}

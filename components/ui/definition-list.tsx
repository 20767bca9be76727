import type { ReactNode } from 'react';
import { cn } from './cn';
import { Icon } from './icon';
import type { IconName } from './icons';

type Entry = { term: string; value: ReactNode; icon?: IconName };

/** Facts: term and value. Entries without a value are left out. */
export function DefinitionList({ entries }: { entries: Entry[] }) {
  const shown = entries.filter(
    ({ value }) => value !== null && value !== undefined && value !== '' && value !== false,
  );
  return (
    <dl className="divide-y divide-line">
      {shown.map(({ term, value, icon }) => (
        <div key={term} className={cn('relative py-3', icon && 'ps-9 cramped:ps-[1.7rem]')}>
          <dt className="text-sm text-muted">
            {icon && <Icon name={icon} className="absolute start-0 top-4 text-[1rem]" />}
            {term}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

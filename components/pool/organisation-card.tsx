import { getLocale, getTranslations } from 'next-intl/server';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { formatDay } from '@/lib/platform/date-format';
import { dayOf } from '@/lib/platform/dates';
import type { PoolOrganisation } from '@/lib/pool/model';
import { DecisionSheet } from './decision-sheet';
import { ContactWays } from './contact-ways';
import { RecogniseSheet } from './recognise-sheet';

const LOOKS = {
  pending: { tone: 'marigold', icon: 'clock' },
  admitted: { tone: 'leaf', icon: 'approve' },
  suspended: { tone: 'brick', icon: 'pause' },
} as const;

type OrganisationCardProps = {
  organisation: PoolOrganisation;
  zone: string;
  canDecide: boolean;
  headingLevel?: 2 | 3;
};

/** An organisation as the QM needs it: who, how to reach them, how it stands, and the decision. */
export async function OrganisationCard(props: OrganisationCardProps) {
  const { organisation, zone, canDecide, headingLevel = 2 } = props;
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const [t, words, recognised, locale] = await Promise.all([
    getTranslations('pool.organisations'),
    getTranslations('organisations'),
    getTranslations('prices.recognise'),
    getLocale(),
  ]);
  const { id, name, status, about, members, things, note, isCommonGood } = organisation;
  const since = formatDay(dayOf(organisation.createdAt, zone), locale, 'plain');
  return (
    <article className="edged flex min-w-0 flex-col gap-3 rounded-lg bg-surface p-4 shadow-card">
      <header className="flex items-start gap-3">
        <Avatar name={name} />
        <div className="min-w-0 grow">
          <Heading className="text-base leading-snug" dir="auto">
            {name}
          </Heading>
          <p className="text-sm text-muted">
            {words(`kind.${organisation.kind}`)} · {t('since', { date: since })}
          </p>
          <p className="text-sm text-muted">
            {t('members', { count: members })} · {t('things', { count: things })}
          </p>
        </div>
      </header>
      <p className="flex flex-wrap gap-2">
        <Badge {...LOOKS[status]}>{words(`status.${status}`)}</Badge>
        {isCommonGood && (
          <Badge tone="leaf" icon="people">
            {recognised('badge')}
          </Badge>
        )}
      </p>
      {about && (
        <p dir="auto" className={cn('whitespace-pre-line', status !== 'pending' && 'line-clamp-4')}>
          {about}
        </p>
      )}
      <ContactWays organisation={organisation} />
      {note && (
        <p className="text-sm text-muted">
          {t('note')} <q dir="auto">{note}</q>
        </p>
      )}
      {canDecide && (
        <footer className="mt-auto flex flex-wrap gap-2.5 pt-1">
          {status !== 'admitted' && (
            <DecisionSheet
              key={`admit-${status}`}
              decision="admit"
              id={id}
              name={name}
              status={status}
            />
          )}
          {status !== 'suspended' && (
            <DecisionSheet
              key={`suspend-${status}`}
              decision="suspend"
              id={id}
              name={name}
              status={status}
            />
          )}
          {status === 'admitted' && (
            <RecogniseSheet
              key={`recognise-${String(isCommonGood)}`}
              id={id}
              name={name}
              isCommonGood={isCommonGood}
            />
          )}
        </footer>
      )}
    </article>
  );
}

import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/ui/choices.client';
import { RESOURCE_KINDS, type ResourceKind } from '@/lib/listings/model';
import { NO_TERMS, resolved, usualHoursApply, type Level } from '@/lib/terms/model/levels';
import { proposalFor, proposalTerms } from '@/lib/terms/model/proposals';
import { rulesInWords } from '@/lib/terms/model/words';
import { sentenceWords } from './sentence-words';

/** Shown for the kind that is chosen in the form around it (group/new). */
const SHOWN: Record<ResourceKind, string> = {
  equipment: 'hidden group-has-[input[value=equipment]:checked]/new:block',
  installation: 'hidden group-has-[input[value=installation]:checked]/new:block',
  room: 'hidden group-has-[input[value=room]:checked]/new:block',
  vehicle: 'hidden group-has-[input[value=vehicle]:checked]/new:block',
  service: 'hidden group-has-[input[value=service]:checked]/new:block',
};

type ProposalsProps = {
  /** The house rules and the pool's: what they answer already is not proposed anew. */
  above: Level[];
  owner: string;
};

/** Rules to begin with, as sentences; what is read here is what is set. */
export async function Proposals({ above, owner }: ProposalsProps) {
  const [t, say] = await Promise.all([getTranslations('terms.propose'), sentenceWords(owner)]);
  return RESOURCE_KINDS.map((kind) => {
    const proposal = proposalFor(kind, above);
    const level = {
      scope: 'resource' as const,
      id: '',
      name: '',
      terms: { ...NO_TERMS, ...proposal },
    };
    const sentences = rulesInWords(resolved([level], usualHoursApply(kind))).map(say);
    if (sentences.length === 0) return null;
    return (
      <section
        key={kind}
        aria-label={t('title')}
        className={`${SHOWN[kind]} rounded-lg bg-sunken px-4 py-3`}
      >
        <input
          type="hidden"
          name={`proposal.${kind}`}
          value={JSON.stringify(proposalTerms(proposal))}
        />
        <Checkbox name={`propose.${kind}`} label={t('title')} defaultChecked />
        <ul className="list-disc ps-9">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className="mt-1.5 ps-9 text-sm text-muted">{t('later')}</p>
      </section>
    );
  });
}

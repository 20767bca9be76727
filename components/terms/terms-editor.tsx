import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Approval } from '@/lib/listings/model';
import { resolved, TOPICS, type Level } from '@/lib/terms/model/levels';
import type { HoursApply, Rules } from '@/lib/terms/model/rules';
import { AudienceFields } from './edit-audience';
import { AheadFields, LengthFields } from './edit-length';
import { DecidesFields } from './edit-decides';
import { OpeningFields } from './edit-opening';
import { PeriodFields } from './edit-periods';
import { SharesFields } from './edit-shares';
import { ShownFields } from './edit-shown';
import { TopicForm } from './topic-form';

export type EditProps = {
  level: Level;
  /** What holds where this level says nothing. */
  above: Rules;
};

type TermsEditorProps = {
  /** The level that is written, then those above it. */
  levels: [Level, ...Level[]];
  /** What holds now. */
  rules: Rules;
  usually: HoursApply;
  owner: string;
  /** Of a thing only. */
  approval: Approval | null;
  organisations: { id: string; name: string }[];
  /** Calling off is about money: in words, with the way there. */
  cancel?: ReactNode;
};

/** Every question that rules answer, one folded sentence each. */
export async function TermsEditor(props: TermsEditorProps) {
  const { levels, rules, usually, owner, approval, organisations, cancel } = props;
  const [level, ...rest] = levels;
  const t = await getTranslations('terms.edit');
  const given = { level, above: resolved(rest, usually) };
  const fields = {
    length: <LengthFields {...given} />,
    ahead: <AheadFields {...given} />,
    opening: <OpeningFields {...given} />,
    periods: <PeriodFields {...given} />,
    audience: <AudienceFields {...given} organisations={organisations} />,
    shares: <SharesFields {...given} />,
    decides: <DecidesFields {...given} approval={approval} />,
    shown: <ShownFields {...given} />,
  };
  return (
    <div className="space-y-3">
      <p className="text-muted">{t('lead')}</p>
      {TOPICS.map((topic) => (
        <TopicForm key={topic} topic={topic} levels={levels} holding={{ rules, owner, approval }}>
          {fields[topic]}
        </TopicForm>
      ))}
      {cancel}
    </div>
  );
}

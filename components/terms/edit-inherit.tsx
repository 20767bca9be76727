import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Card } from '@/components/ui/choices.client';
import type { TermsScope, Topic } from '@/lib/terms/model/levels';
import type { Rules } from '@/lib/terms/model/rules';
import { topicAnswer } from './topic-answer';

type InheritCardsProps = {
  topic: Topic;
  scope: TermsScope;
  above: Rules;
  children: (inherit: Card) => ReactNode;
};

/** The first of the choices: say nothing oneself, and what holds then. */
export async function InheritCards({ topic, scope, above, children }: InheritCardsProps) {
  const [t, answer] = await Promise.all([
    getTranslations('terms.edit'),
    topicAnswer(topic, { rules: above, owner: '', approval: null }),
  ]);
  return children({
    value: 'inherit',
    label: t(`inherit.${scope}`),
    text: answer.map((sentence) => (
      <span key={sentence} className="block">
        {sentence}
      </span>
    )),
  });
}

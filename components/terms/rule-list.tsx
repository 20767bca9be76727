import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import type { Rules } from '@/lib/terms/model/rules';
import { rulesInWords } from '@/lib/terms/model/words';
import { sentenceWords } from './sentence-words';

type RuleListProps = { rules: Rules; owner: string; headingLevel?: 2 | 3 };

/** The rules of a thing as short sentences; nothing where there are none. */
export async function RuleList({ rules, owner, headingLevel = 2 }: RuleListProps) {
  const [t, say] = await Promise.all([getTranslations('terms.list'), sentenceWords(owner)]);
  const sentences = rulesInWords(rules);
  if (sentences.length === 0) return null;
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <section aria-labelledby="good-to-know">
      <Heading id="good-to-know" className="mb-1.5 text-lg">
        {t('title')}
      </Heading>
      <ul className="space-y-1.5">
        {sentences.map((sentence) => {
          const text = say(sentence);
          return (
            <li key={text} className="flex gap-2.5">
              <Icon name="check" className="mt-1 size-4 text-leaf" />
              <span className="min-w-0" dir="auto">
                {text}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

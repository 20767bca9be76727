import { getLocale, getTranslations } from 'next-intl/server';
import type { Approval } from '@/lib/listings/model';
import { formatDuration } from '@/lib/platform/date-format';
import type { Topic } from '@/lib/terms/model/levels';
import type { Rules } from '@/lib/terms/model/rules';
import { weeksOf } from '@/lib/terms/model/week';
import { answerInWords } from '@/lib/terms/model/words';
import { openingWords } from './opening-words';
import { sentenceWords } from './sentence-words';

type Holding = { rules: Rules; owner: string; approval: Approval | null };

/** What holds now for a question, in sentences; the same that borrowers read. */
export async function topicAnswer(topic: Topic, holding: Holding): Promise<string[]> {
  const { rules, owner, approval } = holding;
  const [t, say, locale] = await Promise.all([
    getTranslations('terms.edit'),
    sentenceWords(owner),
    getLocale(),
  ]);
  const said = answerInWords(topic, rules).map(say);
  if (topic === 'opening') return [...(await weekInWords(rules)), ...said];
  if (topic === 'decides') {
    return [
      ...(approval ? [t(`approval.${approval}`)] : []),
      ...(rules.requestMode === 'hold'
        ? [t('hold', { duration: formatDuration(rules.holdHours * 60, locale) })]
        : []),
      ...said,
    ];
  }
  return said.length > 0 ? said : [t(`silent.${topic}`)];
}

async function weekInWords({ hours, exceptions }: Rules): Promise<string[]> {
  const [t, words] = await Promise.all([getTranslations('terms.edit'), openingWords()]);
  if (hours === null) return [t('silent.opening')];
  const lines = weeksOf(hours).flatMap(({ season, lines: days }) =>
    days.map((line) => {
      const said = { days: words.weekdays(line), hours: words.spans(line.spans) };
      return season
        ? t('weekSeason', {
            ...said,
            from: words.seasonDay(season.from),
            to: words.seasonDay(season.to),
          })
        : t('week', said);
    }),
  );
  return exceptions.length > 0 ? [...lines, t('exceptions', { count: exceptions.length })] : lines;
}

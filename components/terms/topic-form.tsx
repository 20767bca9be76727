import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Fold } from '@/components/ui/fold.client';
import { ActionForm } from '@/components/ui/form.client';
import { Saved } from '@/components/ui/saved.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { draftState } from '@/lib/platform/draft';
import { IDLE } from '@/lib/platform/forms';
import { setTermsAction } from '@/lib/terms/actions';
import { originsOf, saysTo, type Level, type Topic } from '@/lib/terms/model/levels';
import { topicAnswer } from './topic-answer';

type TopicFormProps = {
  topic: Topic;
  /** The level that is written, then those above it. */
  levels: [Level, ...Level[]];
  holding: Parameters<typeof topicAnswer>[1];
  children: ReactNode;
};

/** One question: the rule in force and who says it; opened, a sentence with blanks. */
export async function TopicForm({ topic, levels, holding, children }: TopicFormProps) {
  const [level] = levels;
  const { scope, id, terms } = level;
  const [t, answer, draft] = await Promise.all([
    getTranslations('terms.edit'),
    topicAnswer(topic, holding),
    draftState('set-terms'),
  ]);
  // of the forms of one name, those words belong to one question
  const isMine = draft.values.topic === topic && draft.values.id === id;
  return (
    <ActionForm
      action={setTermsAction}
      initial={isMine ? draft : IDLE}
      summary={false}
      className="group/topic space-y-2"
    >
      <Saved text={t('saved')} />
      <input type="hidden" name="scope" value={scope} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="topic" value={topic} />
      {terms.updatedAt && <input type="hidden" name="updatedAt" value={terms.updatedAt} />}
      <Fold
        id={topic}
        summary={
          <TopicSummary
            title={t(`question.${topic}`)}
            answer={answer}
            origin={<Origin topic={topic} levels={levels} />}
          />
        }
      >
        {children}
        <div className="flex flex-wrap items-center gap-2.5 pt-1">
          <SubmitButton name="act" value="save">
            {t('save')}
          </SubmitButton>
          {saysTo(topic, terms) && (
            <SubmitButton name="act" value="takeBack" variant="ghost">
              {t(`takeBack.${scope}`)}
            </SubmitButton>
          )}
        </div>
      </Fold>
    </ActionForm>
  );
}

type TopicSummaryProps = { title: string; answer: string[]; origin: ReactNode };

export function TopicSummary({ title, answer, origin }: TopicSummaryProps) {
  return (
    <>
      <h2 className="text-sm font-semibold text-muted">{title}</h2>
      {answer.map((sentence) => (
        <p key={sentence} dir="auto">
          {sentence}
        </p>
      ))}
      {origin}
    </>
  );
}

async function Origin({ topic, levels }: Pick<TopicFormProps, 'topic' | 'levels'>) {
  const t = await getTranslations('terms.edit');
  const [own] = levels;
  const origins = originsOf(topic, levels);
  const words = origins.map((level) =>
    level === own ? t(`own.${level.scope}`) : t(`origin.${level.scope}`, { name: level.name }),
  );
  return (
    <p className="mt-1 text-sm text-muted">
      {origins.includes(own) && (
        <span aria-hidden className="me-1.5 inline-block size-2 rounded-full bg-leaf" />
      )}
      <bdi>{words.length > 0 ? words.join(' · ') : t('nobody')}</bdi>
    </p>
  );
}

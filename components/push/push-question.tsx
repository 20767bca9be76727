import { getTranslations } from 'next-intl/server';
import { PushAsk } from './push-ask.client';

type PushQuestionProps = {
  /** Null: push is off here, and nothing is asked. */
  pushKey: string | null;
  about: 'request' | 'inbox';
};

/** “Shall we let you know?”, after a request was sent and where requests arrive. */
export async function PushQuestion({ pushKey, about }: PushQuestionProps) {
  if (pushKey === null) return null;
  const t = await getTranslations('account.push');
  return (
    <PushAsk
      pushKey={pushKey}
      words={{
        question: t(`ask.${about}`),
        yes: t('ask.yes'),
        no: t('ask.no'),
        done: t('ask.done'),
        denied: t('denied'),
        failed: t('failed'),
      }}
    />
  );
}

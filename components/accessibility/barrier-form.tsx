import { getTranslations } from 'next-intl/server';
import { Input, TextArea } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { reportBarrierAction } from '@/lib/accessibility/actions';
import { EMAIL_MAX, MESSAGE_MAX, PAGE_MAX } from '@/lib/accessibility/schema';

/** Telling about a barrier: no account, no script, nothing required but the words. */
export async function BarrierForm({ pool }: { pool: { slug: string; name: string } }) {
  const [t, common] = await Promise.all([
    getTranslations('accessibility'),
    getTranslations('common.action'),
  ]);
  return (
    <section aria-labelledby="tell" className="mt-9">
      <h2 id="tell" className="mb-1.5 text-xl">
        {t('formTitle')}
      </h2>
      <p className="mb-4 max-w-prose text-muted">{t('formLead', { pool: pool.name })}</p>
      <ActionForm
        action={reportBarrierAction}
        className="space-y-5"
        done={
          <Notice tone="done" title={t('sentTitle')}>
            {t('sent')}
          </Notice>
        }
      >
        <input type="hidden" name="pool" value={pool.slug} />
        <TextArea
          name="message"
          label={t('message')}
          hint={t('messageHint')}
          maxLength={MESSAGE_MAX}
          required
        />
        <Input
          name="page"
          label={t('page')}
          hint={t('pageHint')}
          optional={common('optional')}
          maxLength={PAGE_MAX}
        />
        <Input
          name="email"
          type="email"
          label={t('email')}
          hint={t('emailHint')}
          optional={common('optional')}
          autoComplete="email"
          inputMode="email"
          dir="ltr"
          maxLength={EMAIL_MAX}
        />
        <SubmitButton busy={t('sending')}>{t('send')}</SubmitButton>
      </ActionForm>
    </section>
  );
}

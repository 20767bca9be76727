import { getTranslations } from 'next-intl/server';
import { resendCodeAction } from '@/lib/account/actions';
import { ActionForm } from '@/components/ui/form.client';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { AfterPause } from './after-pause.client';

/** The mail may take its time; a new code is offered after a pause, so that two do not cross. */
export async function ResendForm({ waitSeconds }: { waitSeconds: number }) {
  const t = await getTranslations('account.code');
  return (
    <div className="space-y-3">
      <p className="text-sm text-muted">{t('resendHint')}</p>
      <AfterPause seconds={waitSeconds}>
        <ActionForm action={resendCodeAction} done={<Notice tone="done">{t('resent')}</Notice>}>
          <SubmitButton variant="quiet" size="small">
            {t('resend')}
          </SubmitButton>
        </ActionForm>
      </AfterPause>
    </div>
  );
}

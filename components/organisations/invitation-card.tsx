import { getLocale, getTranslations } from 'next-intl/server';
import { Scene } from '@/components/pictures/scene';
import { LinkButton } from '@/components/ui/button';
import { ActionForm } from '@/components/ui/form.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { acceptInvitationAction } from '@/lib/organisations/actions';
import type { InvitationPreview } from '@/lib/organisations/model';
import { paths } from '@/lib/platform/paths';

type InvitationCardProps = {
  invitation: InvitationPreview;
  token: string;
  /** Null for a passer-by, who signs in first and comes back here. */
  email: string | null;
};

export async function InvitationCard({ invitation, token, email }: InvitationCardProps) {
  const [t, locale] = await Promise.all([getTranslations('organisations'), getLocale()]);
  return (
    <div className="mx-auto max-w-md py-6 text-center">
      <div className="mx-auto mb-5 w-52 overflow-hidden rounded-xl">
        <Scene name="welcome" priority />
      </div>
      <h1 className="text-2xl" dir="auto">
        {t('invitation.heading', { organisation: invitation.organisation })}
      </h1>
      <p className="mt-3 text-muted">{t('invitation.text')}</p>
      <p className="edged mt-4 rounded-lg bg-leaf-soft px-4 py-3 text-leaf-ink">
        <span className="block font-semibold">{t(`role.${invitation.role}`)}</span>
        <span className="text-sm">{t(`roleText.${invitation.role}`)}</span>
      </p>
      {email === null ? (
        <div className="mt-6 space-y-3">
          <LinkButton
            href={paths.signIn(locale, paths.invitation(locale, token))}
            icon="sign-in"
            wide
          >
            {t('invitation.signIn')}
          </LinkButton>
          <p className="text-sm text-muted">{t('invitation.signInText')}</p>
        </div>
      ) : (
        <ActionForm action={acceptInvitationAction} className="mt-6 space-y-3 text-start">
          <input type="hidden" name="token" value={token} />
          <SubmitButton wide>{t('invitation.accept')}</SubmitButton>
          <p className="text-center text-sm text-muted">
            <bdi>{t('invitation.as', { email })}</bdi>
          </p>
        </ActionForm>
      )}
    </div>
  );
}

import { getTranslations } from 'next-intl/server';

/** Where the demo's mails end up; nothing outside the demo. */
export async function DemoInboxHint({ inboxUrl }: { inboxUrl: string | undefined }) {
  if (!inboxUrl) return null;
  const t = await getTranslations('account.demo');
  return (
    <p className="mt-5 text-sm text-muted">
      {t('inbox')}{' '}
      <a
        href={inboxUrl}
        target="_blank"
        rel="noreferrer"
        className="inline-flex min-h-11 items-center font-semibold text-leaf underline"
      >
        {t('openInbox')}
      </a>
    </p>
  );
}

import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { buttonStyle } from '@/components/ui/button-style';
import { ActionForm } from '@/components/ui/form.client';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { Time } from '@/components/ui/time';
import { tickBarrierAction } from '@/lib/accessibility/actions';
import type { BarrierNote } from '@/lib/accessibility/model';
import { mailHref } from '@/lib/platform/contact-links';

type NoteCardProps = { note: BarrierNote; zone: string; canTick: boolean };

/** One barrier as it was told, and whether somebody answered. */
export async function NoteCard({ note, zone, canTick }: NoteCardProps) {
  const t = await getTranslations('accessibility.notes');
  const { id, page, message, email, person, createdAt, answeredAt } = note;
  const reply = mailHref(email, t('replySubject'));
  return (
    <li className="edged rounded-lg bg-surface p-4 shadow-card">
      <article aria-labelledby={`n-${id}`} className="space-y-3">
        <header className="flex flex-wrap items-center justify-between gap-2">
          <h2 id={`n-${id}`} className="text-base">
            <bdi>{person ?? t('someone')}</bdi>
            <span className="block text-sm font-normal text-muted">
              <Time at={createdAt} zone={zone} />
            </span>
          </h2>
          {answeredAt ? (
            <Badge tone="leaf" icon="check">
              {t('answered')}
            </Badge>
          ) : (
            <Badge tone="marigold" icon="clock">
              {t('open')}
            </Badge>
          )}
        </header>
        {page && (
          <p className="text-sm text-muted">
            {t('where')} <bdi>{page}</bdi>
          </p>
        )}
        <p className="max-w-prose whitespace-pre-line" dir="auto">
          {message}
        </p>
        {!email && <p className="text-sm text-muted">{t('noReply')}</p>}
        <footer className="flex flex-wrap gap-2.5 empty:hidden">
          {reply && (
            <a href={reply} className={buttonStyle({ variant: 'quiet', size: 'small' })}>
              <Icon name="mail" />
              {t('reply')}
            </a>
          )}
          {canTick && (
            <ActionForm action={tickBarrierAction}>
              <input type="hidden" name="noteId" value={id} />
              <input type="hidden" name="answered" value={answeredAt ? 'no' : 'yes'} />
              <SubmitButton size="small" variant={answeredAt ? 'ghost' : 'primary'}>
                <Icon name={answeredAt ? 'refresh' : 'check'} />
                {t(answeredAt ? 'untick' : 'tick')}
              </SubmitButton>
            </ActionForm>
          )}
        </footer>
      </article>
    </li>
  );
}

import { getTranslations } from 'next-intl/server';
import { Avatar } from '@/components/ui/avatar';
import { buttonStyle } from '@/components/ui/button-style';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import type { Contact } from '@/lib/bookings/model';

type ContactCardProps = { contact: Contact; subject: string };

/** The other side, one tap away. */
export async function ContactCard({ contact, subject }: ContactCardProps) {
  const t = await getTranslations('bookings.detail');
  const { name, phone, email } = contact;
  const look = buttonStyle({ variant: 'quiet', size: 'small' });
  return (
    <Card as="section">
      <h2 className="sr-only">{t('contact')}</h2>
      <div className="flex items-center gap-3">
        <Avatar name={name} />
        <div className="min-w-0">
          <p className="font-semibold" dir="auto">
            {name}
          </p>
          {phone && (
            <p className="text-sm text-muted tabular-nums" dir="ltr">
              {phone}
            </p>
          )}
        </div>
      </div>
      {!phone && !email && <p className="mt-2 text-sm text-muted">{t('noContact', { name })}</p>}
      <div className="mt-3 flex flex-wrap gap-2.5 empty:hidden">
        {phone && (
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} className={`${look} grow basis-0`}>
            <Icon name="phone" />
            {t('call')}
          </a>
        )}
        {email && (
          <a
            href={`mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(subject)}`}
            className={`${look} grow basis-0`}
          >
            <Icon name="mail" />
            {t('write')}
          </a>
        )}
      </div>
    </Card>
  );
}

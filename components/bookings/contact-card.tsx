import { getTranslations } from 'next-intl/server';
import { Avatar } from '@/components/ui/avatar';
import { buttonStyle } from '@/components/ui/button-style';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { PhoneWay } from '@/components/ui/ways';
import type { Contact } from '@/lib/bookings/model';
import { mailHref, telHref } from '@/lib/platform/contact-links';

type ContactCardProps = { contact: Contact; subject: string };

/** The other side, one tap away. */
export async function ContactCard({ contact, subject }: ContactCardProps) {
  const t = await getTranslations('bookings.detail');
  const { name, phone, email } = contact;
  const [tel, mail] = [telHref(phone), mailHref(email, subject)];
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
            <p className="text-sm tabular-nums" dir="ltr">
              <PhoneWay phone={phone} />
            </p>
          )}
        </div>
      </div>
      {!phone && !email && <p className="mt-2 text-sm text-muted">{t('noContact', { name })}</p>}
      <div className="mt-3 flex flex-wrap gap-2.5 empty:hidden">
        {tel && (
          <a href={tel} className={`${look} grow basis-0 cramped:basis-full`}>
            <Icon name="phone" />
            {t('call')}
          </a>
        )}
        {mail && (
          <a href={mail} className={`${look} grow basis-0 cramped:basis-full`}>
            <Icon name="mail" />
            {t('write')}
          </a>
        )}
      </div>
    </Card>
  );
}

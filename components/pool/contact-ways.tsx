import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icons';
import { MailWay, PhoneWay, PlaceWay, WebWay } from '@/components/ui/ways';
import type { PoolOrganisation } from '@/lib/pool/model';

type Ways = Pick<PoolOrganisation, 'email' | 'phone' | 'website' | 'address'>;

/** One press and the mail, the call or the map begins. */
export async function ContactWays({ organisation }: { organisation: Ways }) {
  const t = await getTranslations('pool.organisations');
  const { email, phone, website, address } = organisation;
  if (!email && !phone && !website && !address) {
    return <p className="text-sm text-muted">{t('noContact')}</p>;
  }
  return (
    <ul aria-label={t('contact')} className="-my-1 text-sm">
      {email && line('mail', <MailWay email={email} />)}
      {phone && line('phone', <PhoneWay phone={phone} />)}
      {website && line('link', <WebWay address={website} />)}
      {address && line('pin', <PlaceWay place={address} />)}
    </ul>
  );
}

function line(icon: IconName, way: ReactNode) {
  return (
    <li className="flex min-h-11 items-center gap-2">
      <Icon name={icon} className="shrink-0 text-muted" />
      {way}
    </li>
  );
}

import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icons';
import type { PoolOrganisation } from '@/lib/pool/model';

type Ways = Pick<PoolOrganisation, 'email' | 'phone' | 'website' | 'address'>;

/** One press and the mail or the call begins. */
export async function ContactWays({ organisation }: { organisation: Ways }) {
  const t = await getTranslations('pool.organisations');
  const { email, phone, website, address } = organisation;
  const ways: { icon: IconName; text: string; href: string }[] = [
    { icon: 'mail', text: email, href: `mailto:${email}` },
    { icon: 'phone', text: phone, href: `tel:${phone.replace(/[^+\d]/g, '')}` },
    { icon: 'link', text: website.replace(/^https?:\/\/(www\.)?/, ''), href: website },
  ];
  const given = ways.filter(({ text }) => text !== '');
  if (given.length === 0 && !address) return <p className="text-sm text-muted">{t('noContact')}</p>;
  return (
    <ul aria-label={t('contact')} className="-my-1 text-sm">
      {given.map(({ icon, text, href }) => (
        <li key={icon}>
          <a
            href={href}
            dir="ltr"
            rel="noreferrer"
            className="flex min-h-11 min-w-0 items-center gap-2 text-leaf hover:underline rtl:flex-row-reverse"
          >
            <Icon name={icon} />
            <span className="truncate">{text}</span>
          </a>
        </li>
      ))}
      {address && (
        <li className="flex min-h-11 items-center gap-2 text-muted">
          <Icon name="pin" />
          <bdi>{address}</bdi>
        </li>
      )}
    </ul>
  );
}

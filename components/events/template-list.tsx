import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Picture } from '@/components/pictures/picture';
import type { EventTemplate } from '@/lib/events/model';
import { formatList } from '@/lib/platform/date-format';
import { paths } from '@/lib/platform/paths';

const SHOWN = 5;

/** What one could be up to; each begins with a list that others have used before. */
export async function TemplateList({ templates }: { templates: EventTemplate[] }) {
  const [t, locale] = await Promise.all([getTranslations('events.new'), getLocale()]);
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {templates.map(({ slug, name, picture, things }) => (
        <Row
          key={slug}
          href={paths.newEvent(locale, { template: slug })}
          title={name}
          picture={picture}
          text={`${formatList(things.slice(0, SHOWN), locale)}${things.length > SHOWN ? ' …' : ''}`}
        />
      ))}
      <Row
        href={paths.newEvent(locale, { template: 'none' })}
        title={t('own')}
        picture="kind-equipment"
        text={t('ownText')}
      />
    </ul>
  );
}

type RowProps = { href: string; title: string; picture: string; text: string };

function Row({ href, title, picture, text }: RowProps) {
  return (
    <li className="edged relative flex pressable items-center gap-3 rounded-lg bg-surface p-2.5 shadow-card hover:shadow-raised">
      <span className="aspect-4/3 w-22 shrink-0 overflow-hidden rounded-md bg-sunken">
        <Picture name={picture} kind="equipment" className="size-full" />
      </span>
      <span className="min-w-0 grow">
        <Link href={href} className="font-semibold after:absolute after:inset-0 after:rounded-lg">
          {title}
        </Link>
        <span className="line-clamp-2 text-sm text-muted">{text}</span>
      </span>
    </li>
  );
}

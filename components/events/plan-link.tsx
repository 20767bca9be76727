import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Picture } from '@/components/pictures/picture';
import { Icon } from '@/components/ui/icon';
import { paths } from '@/lib/platform/paths';

type PlanLinkProps = {
  /** How many are being planned: then it leads to them. */
  open: number;
};

/** The way in: from the catalogue, and from one's bookings. */
export async function PlanLink({ open }: PlanLinkProps) {
  const [t, locale] = await Promise.all([getTranslations('events.entry'), getLocale()]);
  return (
    <aside className="edged relative my-5 flex pressable items-center gap-3 rounded-lg bg-leaf-soft p-2.5 pe-4 text-leaf-ink">
      <span className="aspect-4/3 w-20 shrink-0 overflow-hidden rounded-md cramped:hidden">
        <Picture name="pavilion" kind="equipment" className="size-full" />
      </span>
      <span className="min-w-0 grow">
        <Link
          href={open > 0 ? paths.events(locale) : paths.newEvent(locale)}
          prefetch={false}
          className="font-semibold after:absolute after:inset-0 after:rounded-lg"
        >
          {t('action')}
        </Link>
        <span className="block text-sm">{open > 0 ? t('open', { count: open }) : t('text')}</span>
      </span>
      <Icon name="chevron" className="cramped:hidden" />
    </aside>
  );
}

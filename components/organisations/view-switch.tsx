import { getLocale, getTranslations } from 'next-intl/server';
import { Segmented } from '@/components/ui/segmented';
import { paths } from '@/lib/platform/paths';

const VIEWS = ['things', 'members', 'prices', 'profile'] as const;
type View = (typeof VIEWS)[number];

export function isView(value: unknown): value is View {
  return VIEWS.some((view) => view === value);
}

type ViewSwitchProps = { organisationKey: string; current: View };

/** The sides of an organisation, as links. */
export async function ViewSwitch({ organisationKey, current }: ViewSwitchProps) {
  const [t, locale] = await Promise.all([getTranslations('organisations.page'), getLocale()]);
  const hrefOf = (show: View) => paths.organisation(locale, organisationKey, { show });
  return (
    <Segmented
      label={t('show')}
      current={hrefOf(current)}
      segments={VIEWS.map((view) => ({ href: hrefOf(view), label: t(view) }))}
    />
  );
}

import Link from 'next/link';
import { getTranslations } from 'next-intl/server';

const LINK = 'inline-flex min-h-11 items-center px-2 hover:text-leaf hover:underline';

export async function PoolFooter({
  aboutHref,
  offerHref,
}: {
  aboutHref: string;
  offerHref: string;
}) {
  const t = await getTranslations('listings.catalogue');
  return (
    <footer className="mt-10 flex flex-wrap justify-center gap-x-4 border-t border-line pt-3 text-sm text-muted">
      <Link href={offerHref} prefetch={false} className={LINK}>
        {t('offer')}
      </Link>
      <Link href={aboutHref} prefetch={false} className={LINK}>
        {t('about')}
      </Link>
      <Link href={`${aboutHref}#imprint`} prefetch={false} className={LINK}>
        {t('imprint')}
      </Link>
    </footer>
  );
}

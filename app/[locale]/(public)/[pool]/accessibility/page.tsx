import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BarrierForm } from '@/components/accessibility/barrier-form';
import { Statement } from '@/components/accessibility/statement';
import { Page } from '@/components/layout/page';
import { LinkButton } from '@/components/ui/button';
import { LinkedText } from '@/components/ui/linked-text';
import { PageHeader } from '@/components/ui/page-header';
import { readArbitration } from '@/lib/accessibility/queries';
import { alternatesOf } from '@/lib/platform/alternates';
import { paths } from '@/lib/platform/paths';
import { poolOf, type PoolParams } from '../pool';

type Props = { params: Promise<PoolParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ locale, pool }, t] = await Promise.all([
    params.then(poolOf),
    getTranslations('accessibility'),
  ]);
  return {
    title: t('title'),
    description: t('metaDescription'),
    alternates: alternatesOf(locale, (code) => paths.poolAccessibility(code, pool.slug)),
  };
}

/** The statement that the BITV asks for, in words for everybody, and the way to tell of a barrier. */
export default async function AccessibilityPage({ params }: Props) {
  const [{ locale, pool }, t] = await Promise.all([
    params.then(poolOf),
    getTranslations('accessibility'),
  ]);
  const arbitration = await readArbitration(pool.id);
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: paths.catalogue(locale, pool.slug), label: t('back') }}
      />
      <Statement />
      <BarrierForm pool={pool} />
      <section aria-labelledby="contact" className="mt-9">
        <h2 id="contact" className="mb-2 text-xl">
          {t('contactTitle')}
        </h2>
        <p className="mb-3 max-w-prose">{t('contact')}</p>
        <LinkButton
          href={`${paths.poolAbout(locale, pool.slug)}#imprint`}
          variant="quiet"
          size="small"
          icon="mail"
        >
          {t('imprint')}
        </LinkButton>
      </section>
      <section aria-labelledby="arbitration" className="mt-9">
        <h2 id="arbitration" className="mb-2 text-xl">
          {t('arbitrationTitle')}
        </h2>
        <LinkedText text={arbitration || t('arbitrationNone')} />
      </section>
    </Page>
  );
}

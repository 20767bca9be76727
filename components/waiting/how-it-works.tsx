import { getTranslations } from 'next-intl/server';

/** What waiting means, in three sentences. */
export async function HowItWorks({ count }: { count: number }) {
  const t = await getTranslations('waiting.join');
  return (
    <section>
      <h2 className="mb-2 text-lg">{t('how')}</h2>
      <ol className="list-decimal space-y-1.5 ps-6 marker:font-semibold marker:text-leaf">
        <li>{t('one', { count })}</li>
        <li>{t('two')}</li>
        <li>{t('three')}</li>
      </ol>
    </section>
  );
}

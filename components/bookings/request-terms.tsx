import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';

/** What one agrees to by asking: read before the button is pressed. */
export async function RequestTerms({ price, rules }: { price: string; rules: string }) {
  const t = await getTranslations('bookings.request');
  return (
    <div className="text-sm">
      {price && (
        <p dir="auto" className="py-2">
          {t('price', { price })}
        </p>
      )}
      {rules && (
        <details className="group">
          <summary className="flex min-h-11 list-none items-center gap-1.5 font-semibold text-leaf [&::-webkit-details-marker]:hidden">
            {t('rules')}
            <Icon name="down" className="size-5 group-open:rotate-180" />
          </summary>
          <p className="pb-2 whitespace-pre-line" dir="auto">
            {rules}
          </p>
        </details>
      )}
    </div>
  );
}

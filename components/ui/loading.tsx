import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';

/** Around skeletons, as in loading.tsx: says once what the grey blocks show. */
export async function Loading({ children }: { children: ReactNode }) {
  const t = await getTranslations('common.state');
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      {children}
    </div>
  );
}

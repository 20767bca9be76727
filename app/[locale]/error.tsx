'use client';

import { useParams } from 'next/navigation';
import { Fault } from '@/components/layout/fault.client';
import { toLocale } from '@/lib/platform/i18n/locales';
import { paths } from '@/lib/platform/paths';

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const { locale } = useParams();
  return <Fault error={error} retry={retry} homeHref={paths.home(toLocale(locale))} />;
}

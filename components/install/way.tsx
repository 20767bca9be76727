import { Icon } from '@/components/ui/icon';
import type { InstallWay } from '@/lib/platform/pwa/install';

export type InstallWords = Record<
  'title' | 'text' | 'ios' | 'menu' | 'done' | 'install' | 'no' | 'understood',
  string
>;

/** What it is good for, and how it goes on this device. */
export function Way({ way, words }: { way: InstallWay; words: InstallWords }) {
  if (way === 'installed') return <p>{words.done}</p>;
  const [before, after] = words.ios.split('{share}');
  return (
    <>
      <p>{words.text}</p>
      {way === 'menu' && <p className="mt-2">{words.menu}</p>}
      {way === 'ios' && (
        <p className="mt-2 text-ink">
          {before}
          <Icon name="share" className="mx-0.5 inline size-5 align-text-bottom text-leaf" />
          {after}
        </p>
      )}
    </>
  );
}

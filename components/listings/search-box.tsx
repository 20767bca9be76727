import Form from 'next/form';
import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';

type SearchBoxProps = {
  action: string;
  query: string;
  /** The rest of the address, kept while searching. */
  keep: Record<string, string>;
};

/** A plain GET form: the address is the state, with and without JavaScript. */
export async function SearchBox({ action, query, keep }: SearchBoxProps) {
  const t = await getTranslations('listings.search');
  return (
    <Form action={action} role="search" scroll={false}>
      <HiddenFields values={keep} />
      <div className="flex items-center gap-1 rounded-full border-[1.5px] border-edge bg-surface p-1 ps-4 shadow-card has-[input:focus-visible]:border-leaf has-[input:focus-visible]:outline-3 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-leaf cramped:flex-wrap cramped:rounded-xl cramped:p-3">
        <Icon name="search" className="text-muted" />
        <input
          // why a key: a cleared search empties the box, yet a refresh leaves what is being typed
          key={query}
          type="search"
          name="q"
          defaultValue={query}
          aria-label={t('label')}
          placeholder={t('placeholder')}
          enterKeyHint="search"
          maxLength={200}
          dir="auto"
          className="h-12 min-w-0 grow bg-transparent px-2 text-base outline-none cramped:basis-1/2"
        />
        <button
          type="submit"
          className="edged min-h-12 shrink-0 pressable rounded-full bg-leaf px-5 font-semibold text-on-leaf hover:bg-leaf-strong cramped:w-full"
        >
          {t('submit')}
        </button>
      </div>
    </Form>
  );
}

export function HiddenFields({ values }: { values: Record<string, string> }) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}

import { spokenIn } from '@/lib/platform/i18n/languages';

type ProseProps = { title: string; text: string; locale: string; id?: string };

/** A heading and what somebody wrote, line by line as they wrote it, in their language. */
export function Prose({ title, text, locale, id }: ProseProps) {
  if (!text) return null;
  return (
    <section id={id}>
      <h2 className="mb-1.5 text-lg">{title}</h2>
      <p className="max-w-prose whitespace-pre-line" lang={spokenIn(locale)} dir="auto">
        {text}
      </p>
    </section>
  );
}

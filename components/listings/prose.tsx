type ProseProps = { title: string; text: string; id?: string };

/** A heading and what somebody wrote, line by line as they wrote it. */
export function Prose({ title, text, id }: ProseProps) {
  if (!text) return null;
  return (
    <section id={id}>
      <h2 className="mb-1.5 text-lg">{title}</h2>
      <p className="max-w-prose whitespace-pre-line" dir="auto">
        {text}
      </p>
    </section>
  );
}

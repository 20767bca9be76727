import { linkedPieces } from '@/lib/platform/linked-text';

/** What somebody wrote, line by line; numbers, mail and web addresses in it can be pressed. */
export function LinkedText({ text, lang }: { text: string; lang?: string | undefined }) {
  return (
    <p className="max-w-prose whitespace-pre-line" dir="auto" lang={lang}>
      {linkedPieces(text).map((piece, index) =>
        piece.href ? (
          <a
            key={index}
            href={piece.href}
            rel="noreferrer nofollow"
            className="wrap-anywhere text-leaf underline underline-offset-4"
          >
            <bdi>{piece.text}</bdi>
          </a>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}

import { mailHref, telHref, webHref } from './contact-links';

/** A piece of what somebody wrote; with `href` where pressing it does something. */
export type Piece = { text: string; href: string | null };

// An address of the web, of a mailbox, or a number as people dial it: from a + or a 0 on, seven digits at least.
const WAYS =
  /(?<web>https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])|(?<mail>[^\s<>@()",;:]+@[^\s<>@()",;:]+\.\p{L}{2,})|(?<![\p{L}\p{N}.,-])(?<tel>(?:\+|00?)[1-9(][\d \u00A0/()-]{5,}\d)(?![\p{L}\p{N}.])/gu;

/** Free text, such as an imprint, in pieces; what can be called, written to or opened has its link. */
export function linkedPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of text.matchAll(WAYS)) {
    const { web, mail } = found.groups ?? {};
    const words = found[0];
    const href = web ? webHref(words) : mail ? mailHref(words) : telHref(words);
    if (href === null) continue;
    if (found.index > end) pieces.push({ text: text.slice(end, found.index), href: null });
    pieces.push({ text: words, href });
    end = found.index + words.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), href: null });
  return pieces;
}

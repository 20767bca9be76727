import { LOCALES, type Locale } from '../i18n/locales';

/**
 * A mail as parts that know nothing of their look: the same letter becomes plain text and HTML.
 * Everything in it is text; nothing is ever read as markup.
 */
export type Letter = {
  locale: Locale;
  subject: string;
  greeting: string;
  /** One paragraph each. */
  lead: string[];
  facts: { term: string; value: string }[];
  /** What somebody wrote, word for word. */
  quote: { by: string; text: string } | null;
  action: { label: string; href: string };
  footer: string[];
};

// Unicode's own marks for “this piece has its own direction”. Words of people are put between them
// before a sentence is made; HTML turns them into <bdi>.
const OPEN = '\u2068';
const CLOSE = '\u2069';

/** Marks words of people, cleaned of whatever could break a line or turn around the rest. */
export function isolated(words: string): string {
  return (
    OPEN + words.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim() + CLOSE
  );
}

/** Without the marks, for where they would be shown as signs. */
export function plain(text: string): string {
  return text.replaceAll(OPEN, '').replaceAll(CLOSE, '');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

function marked(text: string): string {
  return escape(text).replaceAll(OPEN, '<bdi>').replaceAll(CLOSE, '</bdi>');
}

function lines(text: string): string {
  return escape(text.replace(/\r\n?/g, '\n')).replaceAll('\n', '<br>');
}

/** A subject is one line, whatever somebody called their thing. */
export function letterSubject({ subject }: Letter): string {
  return plain(subject)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 180);
}

export function letterText(letter: Letter): string {
  const { greeting, lead, facts, quote, action, footer } = letter;
  const blocks = [
    greeting,
    ...lead,
    facts.map(({ term, value }) => `${term}: ${value}`).join('\n'),
    quote ? `${quote.by}\n${quote.text.replace(/\r\n?/g, '\n').replace(/^/gm, '> ')}` : '',
    `${action.label}:\n${action.href}`,
    `-- \n${footer.join('\n')}`,
  ];
  return `${blocks.map(plain).filter(Boolean).join('\n\n')}\n`;
}

const START: Record<string, string> = { ltr: 'left', rtl: 'right' };

export function letterHtml(letter: Letter): string {
  const { locale, greeting, lead, facts, quote, action, footer } = letter;
  const { lang, dir } = LOCALES[locale];
  // Mail programs know no logical sides.
  const start = START[dir] ?? 'left';
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escape(letterSubject(letter))}</title>
</head>
<body style="margin:0;padding:24px 12px;background:#faf5ea;color:#262119;font:17px/1.55 'Noto Sans',system-ui,sans-serif">
<div style="max-width:34em;margin:0 auto;padding:24px;border-radius:16px;background:#fffdf8">
<p style="margin:0 0 16px">${marked(greeting)}</p>
${lead.map((text) => `<p style="margin:0 0 16px">${marked(text)}</p>`).join('\n')}
${factsTable(facts, start)}
${quote ? quoteBlock(quote, start) : ''}
<p style="margin:24px 0"><a href="${escape(action.href)}" style="display:inline-block;padding:12px 24px;border-radius:999px;background:#1d6a3c;color:#ffffff;font-weight:600;text-decoration:none">${marked(action.label)}</a></p>
${footer.map((text) => `<p style="margin:0 0 6px;color:#62594a;font-size:14px">${marked(text)}</p>`).join('\n')}
</div>
</body>
</html>
`;
}

function factsTable(facts: Letter['facts'], start: string): string {
  if (facts.length === 0) return '';
  const rows = facts.map(
    ({ term, value }) =>
      `<tr><th scope="row" style="padding:4px 16px 4px 0;text-align:${start};vertical-align:top;font-weight:400;color:#62594a">${marked(term)}</th><td style="padding:4px 0;text-align:${start};font-weight:600">${marked(value)}</td></tr>`,
  );
  return `<table role="presentation" style="margin:0 0 16px;border-collapse:collapse">${rows.join('')}</table>`;
}

function quoteBlock({ by, text }: NonNullable<Letter['quote']>, start: string): string {
  return `<p style="margin:0 0 4px;color:#62594a">${marked(by)}</p>
<blockquote dir="auto" style="margin:0 0 16px;padding:8px 16px;border-${start}:4px solid #e9a21b;background:#f1e9d9">${lines(text)}</blockquote>`;
}

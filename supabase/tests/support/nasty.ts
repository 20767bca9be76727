/** What people and their enemies type into a field. `kept` is what must come back out. */
export const nasty: { name: string; text: string; kept: string }[] = [
  { name: 'emoji', text: '🎉👨‍👩‍👧‍👦 Fest 🏳️‍🌈', kept: '🎉👨‍👩‍👧‍👦 Fest 🏳️‍🌈' },
  {
    name: 'SQL',
    text: `x'); drop table public.bookings; --`,
    kept: `x'); drop table public.bookings; --`,
  },
  {
    name: 'HTML',
    text: '<script>alert(1)</script><b>&amp;',
    kept: '<script>alert(1)</script><b>&amp;',
  },
  { name: 'bidi controls', text: 'abc\u202Edef\u2066ghi\u2069\u202C', kept: 'abcdefghi' },
  { name: 'control characters', text: 'a\u0007b\u001Bc\u0085d', kept: 'abcd' },
  { name: 'Arabic with marks', text: 'قاعة الحفلات \u200F١٢', kept: 'قاعة الحفلات \u200F١٢' },
  { name: 'spaces around', text: ' \t\n Zelt \n', kept: 'Zelt' },
  {
    name: 'backslashes and quotes',
    text: `\\x41 "%" _ \\' $1 \${1}`,
    kept: `\\x41 "%" _ \\' $1 \${1}`,
  },
];

/** Nothing in these can be seen. */
export const invisible = [
  '',
  '   ',
  '\n\t',
  '\u200B',
  '\u00A0\u2003\u3000',
  '\u2060\u00AD\u200D',
  '\uFEFF',
  '\u3164',
  '\u2800',
];

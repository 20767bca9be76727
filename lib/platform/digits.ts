/** Digits as the keyboards of other scripts type them (Persian, Arabic …), as 0 to 9; all else stays. */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, asciiDigit);
}

// Unicode keeps the ten digits of every script in a row, so the first of the row says which is meant.
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

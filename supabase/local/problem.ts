/** A failure told to a person: one sentence that says what is wrong and what to do. */
export class Problem extends Error {
  override name = 'Problem';
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Turns the faults that every machine can have into a Problem; everything else stays as it was. */
export function explain(error: unknown, where: string): unknown {
  if (error instanceof Problem) return error;
  const text = `${codeOf(error)} ${messageOf(error)}`;
  if (/ENOSPC|EDQUOT|No space left|Disk quota/i.test(text)) {
    return new Problem(`The disk that holds ${where} is full: free some space and start again.`);
  }
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system/i.test(text)) {
    return new Problem(
      `No permission to write in ${where}: make the folder yours (chown -R "$USER" on it) or delete it, then start again.`,
    );
  }
  if (/EADDRINUSE|Address already in use/i.test(text)) {
    const port = /(?:127\.0\.0\.1|localhost|::1)[^\d]{1,4}(\d{2,5})/.exec(text)?.[1];
    return new Problem(
      `Port ${port ?? 'needed here'} is taken by another program: end that program and start again.`,
    );
  }
  return error;
}

/** One line of JSON per event, for whatever collects standard error. Ids only, never content. */
function write(level: 'error' | 'warn' | 'info', message: string, cause?: unknown): void {
  const detail =
    cause instanceof Error ? { error: cause.name, message: cause.message, stack: cause.stack } : {};
  console[level](JSON.stringify({ level, message, ...detail }));
}

export const log = {
  error: (message: string, cause?: unknown) => {
    write('error', message, cause);
  },
  warn: (message: string, cause?: unknown) => {
    write('warn', message, cause);
  },
  info: (message: string) => {
    write('info', message);
  },
};

type End = () => Promise<void> | void;

/** Whatever was started and must not outlive the bench; ended last first. */
export class Ends {
  private readonly ends = new Set<End>();

  add(end: End): () => Promise<void> {
    this.ends.add(end);
    return async () => {
      if (this.ends.delete(end)) await end();
    };
  }

  async all(): Promise<void> {
    for (const end of [...this.ends].reverse()) {
      this.ends.delete(end);
      await Promise.resolve(end()).catch((error: unknown) => {
        console.error(error);
      });
    }
  }
}

/** Rejects after so many minutes; what goes on behind it is ended by whoever started it. */
export async function within<T>(minutes: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what} took longer than ${minutes} minutes and was ended`));
    }, minutes * 60_000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

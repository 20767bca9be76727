import type { z } from 'zod';
import { parseMoney } from './money';

type Path = (string | number)[];

/** As the database bounds it: a hundred thousand for one unit. */
const MOST_MONEY = 10_000_000;

/**
 * Reads a form of sentences one blank after the other and notes what cannot be. `nameOf` says what
 * the field of a path is called; SQL refuses by the same names, so a refusal finds its blank.
 */
export class Blanks {
  constructor(
    private readonly form: Record<string, unknown>,
    private readonly context: z.RefinementCtx,
    private readonly nameOf: (...path: Path) => string,
  ) {}

  text(...path: Path): string {
    const value = this.form[this.nameOf(...path)];
    return typeof value === 'string' ? value.trim() : '';
  }

  /** What is ticked of a group. */
  list(...path: Path): string[] {
    const value = this.form[this.nameOf(...path)];
    return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
  }

  refuse(reason: string, ...path: Path): void {
    this.context.addIssue({ code: 'custom', path: [this.nameOf(...path)], params: { reason } });
  }

  money(...path: Path): number | undefined {
    const text = this.text(...path);
    if (text === '') return undefined;
    const minor = parseMoney(text);
    if (minor !== null && minor <= MOST_MONEY) return minor;
    this.refuse('money', ...path);
    return undefined;
  }

  whole(most: number, ...path: Path): number | undefined {
    return this.between(0, most, ...path);
  }

  between(least: number, most: number, ...path: Path): number | undefined {
    const text = this.text(...path);
    if (text === '') return undefined;
    if (/^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most)
      return Number(text);
    this.refuse('whole', ...path);
    return undefined;
  }

  choice<T extends string>(list: readonly T[], ...path: Path): T | undefined {
    const text = this.text(...path);
    return list.find((one) => one === text);
  }

  ticked(...path: Path): boolean {
    return this.text(...path) !== '';
  }
}

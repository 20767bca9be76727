import 'server-only';
import { env } from '../env';
import type { Result } from '../result';
import { libreTranslate } from './libre-translate';

/** A machine that proposes translations. Whoever adds another one keeps to this. */
export type Translator = {
  /** One text for each, in the same order; languages as BCP 47 writes them. */
  translate: (texts: string[], from: string, to: string) => Promise<Result<string[]>>;
};

/** Null unless the environment names one: texts leave the house only where somebody decided so. */
export function translator(): Translator | null {
  const { TRANSLATE_URL, TRANSLATE_API_KEY } = env();
  return TRANSLATE_URL ? libreTranslate(TRANSLATE_URL, TRANSLATE_API_KEY) : null;
}

/** Not into Einfache Sprache and its like: no machine writes by their rules. */
export function canPropose(from: string, to: string): boolean {
  return !to.includes('-') && from.split('-')[0] !== to && translator() !== null;
}

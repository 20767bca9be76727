import 'server-only';
import { z } from 'zod';
import { log } from '../log';
import { fail, ok } from '../result';
import type { Translator } from './translator';

/** People wait for it with a form open. */
const PATIENCE_MS = 10_000;

/** It knows German, and no Einfache Sprache. */
const plain = (code: string) => code.split('-')[0] ?? code;

const answerSchema = z.object({ translatedText: z.array(z.string()) });

/** Speaks LibreTranslate's public API (POST /translate), which others offer too. */
export function libreTranslate(
  address: string,
  apiKey?: string,
  patienceMs = PATIENCE_MS,
): Translator {
  const url = `${address.replace(/\/+$/, '')}/translate`;
  return {
    async translate(texts, from, to) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            q: texts,
            source: plain(from),
            target: plain(to),
            format: 'text',
            ...(apiKey ? { api_key: apiKey } : {}),
          }),
          signal: AbortSignal.timeout(patienceMs),
          cache: 'no-store',
        });
        if (!response.ok) throw new Error(`it answered ${String(response.status)}`);
        const { translatedText } = answerSchema.parse(await response.json());
        if (translatedText.length !== texts.length) throw new Error('it lost a text');
        return ok(translatedText);
      } catch (error) {
        // why not FAULT: ours works; whoever waits may try again or write it themselves.
        log.error('the translation service did not help', error);
        return fail('NETWK', { params: { reason: 'translation' } });
      }
    },
  };
}

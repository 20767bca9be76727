import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = {
  '@': fileURLToPath(new URL('.', import.meta.url)),
  // `server-only` throws outside a React server build; tests are a server.
  'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)),
};

/** Starts a whole backend of its own, and kills it. */
const SOAK = 'supabase/tests/soak/*.test.ts';

/** Tests that talk to real processes: one file after the other, and patient. */
const patient = {
  environment: 'node',
  fileParallelism: false,
  testTimeout: 60_000,
  hookTimeout: 180_000,
} as const;

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'lib/**/*.test.{ts,tsx}',
            'components/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: { ...patient, name: 'stack', include: ['supabase/local/**/*.test.ts', SOAK] },
      },
      {
        extends: true,
        test: {
          ...patient,
          name: 'database',
          include: ['supabase/tests/**/*.test.ts', 'supabase/seed/**/*.test.ts'],
          exclude: [SOAK],
          globalSetup: ['./supabase/tests/global-setup.ts'],
        },
      },
    ],
  },
});

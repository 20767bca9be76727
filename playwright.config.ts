import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_ARGS, ensureChromium } from './scripts/chromium';

/**
 * Journeys in a real browser, phone first. `npm test` starts the world (backend, demo data, built
 * app) and hands its addresses over; see e2e/support/world.ts.
 */
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.local/test/playwright',
  // One world for all: journeys that change the same things run one after the other.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  use: {
    baseURL: process.env.E2E_BASE_URL ?? 'http://localhost:3000',
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: ensureChromium((line) => console.log(line)),
      args: CHROMIUM_ARGS,
    },
  },
  projects: [
    { name: 'phone', use: phone, testIgnore: /\.desktop\.spec\.ts$/ },
    { name: 'desktop', use: { ...devices['Desktop Chrome'] }, testMatch: /\.desktop\.spec\.ts$/ },
  ],
});

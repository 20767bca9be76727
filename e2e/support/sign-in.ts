import type { Page } from '@playwright/test';
import { waitForMail } from './inbox';

const CODE = /\b(\d{6})\b/;

/** Signs in the way everybody does: address, code from the mail, in. */
export async function signInWithCode(page: Page, email: string): Promise<void> {
  await page.goto('/de/sign-in');
  await enterCode(page, email);
}

/** The same from a sign-in page that is open already. */
export async function enterCode(page: Page, email: string): Promise<void> {
  const since = new Date(Date.now() - 1_000);
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByRole('button', { name: 'Code schicken' }).click();
  const field = page.getByLabel('Sechsstelliger Code');
  await field.waitFor();
  const mail = await waitForMail(email, ({ Text }) => CODE.test(Text), since);
  // the sixth digit sends the form
  await field.fill(CODE.exec(mail.Text)?.[1] ?? '');
  await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
}

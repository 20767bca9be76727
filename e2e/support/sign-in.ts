import type { Page } from '@playwright/test';
import { waitForMail } from './inbox';

const CODE = /\b(\d{6})\b/;

/** Signs in the way everybody does: address, code from the mail, in. */
export async function signInWithCode(page: Page, email: string): Promise<void> {
  const since = new Date(Date.now() - 1_000);
  await page.goto('/de/sign-in');
  await page.getByLabel('E-Mail-Adresse').fill(email);
  await page.getByRole('button', { name: 'Code schicken' }).click();
  const field = page.getByLabel('Sechsstelliger Code');
  await field.waitFor();
  const mail = await waitForMail(email, ({ Text }) => CODE.test(Text), since);
  const code = CODE.exec(mail.Text)?.[1] ?? '';
  await field.fill(code);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
}

import 'server-only';
import { createTransport, type Transporter } from 'nodemailer';
import { env } from '../env';
import { log } from '../log';

export type Mail = { to: string; subject: string; text: string };

let transport: Transporter | undefined;

/** Sends one mail over SMTP_URL; false when there is no mail server or it does not take it. */
export async function sendMail({ to, subject, text }: Mail): Promise<boolean> {
  const { SMTP_URL, MAIL_FROM = 'Allmende <allmende@localhost>' } = env();
  if (!SMTP_URL) return false;
  transport ??= createTransport({ url: SMTP_URL, connectionTimeout: 5_000, socketTimeout: 10_000 });
  try {
    // why an object for `to`: a string would be parsed and could hold a second address.
    await transport.sendMail({ from: MAIL_FROM, to: { name: '', address: to }, subject, text });
    return true;
  } catch (error) {
    log.error('a mail could not be sent', error);
    return false;
  }
}

import 'server-only';
import { createTransport, type Transporter } from 'nodemailer';
import { env } from '../env';
import { log } from '../log';

export type Mail = {
  to: string;
  /** Shown beside the address. */
  name?: string;
  subject: string;
  text: string;
  html?: string;
};

let transport: Transporter | undefined;

function open(url: string): Transporter {
  transport ??= createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
  });
  return transport;
}

/** Whether there is a mail server, and whether it answers. */
export async function mailServerState(): Promise<'none' | 'unreachable' | 'ready'> {
  const { SMTP_URL } = env();
  if (!SMTP_URL) return 'none';
  try {
    await open(SMTP_URL).verify();
    return 'ready';
  } catch (error) {
    log.warn('the mail server does not answer', error);
    return 'unreachable';
  }
}

/** Hands one mail to the mail server; throws what the server says when it does not take it. */
export async function deliverMail({ to, name = '', subject, text, html }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM = 'Allmende <allmende@localhost>' } = env();
  if (!SMTP_URL) throw new Error('there is no mail server');
  await open(SMTP_URL).sendMail({
    from: MAIL_FROM,
    // why an object: a string would be parsed and could hold a second address.
    to: { name, address: to },
    subject,
    text,
    ...(html ? { html } : {}),
    // Nobody's absence notes, and no mail loops.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  });
}

/** Sends one mail; false when there is no mail server or it does not take it. */
export async function sendMail(mail: Mail): Promise<boolean> {
  if (!env().SMTP_URL) return false;
  try {
    await deliverMail(mail);
    return true;
  } catch (error) {
    log.error('a mail could not be sent', error);
    return false;
  }
}

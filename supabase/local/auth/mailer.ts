import { AsyncLocalStorage } from 'node:async_hooks';
import type { App } from '@supabase/lite';
import { createTransport } from 'nodemailer';
import { mailText } from './mail-texts';

export type Mailer = NonNullable<App['_mailer']>;

/** What a sign-in request said beside the address; `@supabase/lite` does not hand it to the mailer. */
export type MailContext = {
  locale?: string | undefined;
  redirectTo?: string | undefined;
};
export const mailContext = new AsyncLocalStorage<MailContext>();

export type MailerOptions = {
  smtpPort: number;
  siteUrl: string;
  otpExpiry: number;
  localeOf: (userId: string) => Promise<string | undefined>;
};

/** The link opens a page of the app, which redeems it: mail scanners that only fetch it spend nothing. */
function linkFor(base: string, tokenHash: string): string {
  const url = new URL(base);
  url.searchParams.set('token_hash', tokenHash);
  url.searchParams.set('type', 'email');
  return url.toString();
}

const escape = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

export function createMailer(options: MailerOptions): Mailer & { close: () => void } {
  const transport = createTransport({
    host: '127.0.0.1',
    port: options.smtpPort,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: 2,
  });

  async function send(to: string, tokenHash: string, code: string, userId?: string) {
    const context = mailContext.getStore() ?? {};
    const locale = context.locale ?? (userId ? await options.localeOf(userId) : undefined);
    const { lang, text } = mailText(locale);
    const link = linkFor(context.redirectTo ?? `${options.siteUrl}/auth/confirm`, tokenHash);
    const validity = text.validity(Math.round(options.otpExpiry / 60));
    await transport.sendMail({
      from: { name: 'Allmende', address: 'hallo@allmende.localhost' },
      to,
      subject: text.subject(code),
      headers: { 'Content-Language': lang, 'Auto-Submitted': 'auto-generated' },
      text: [
        text.greeting,
        text.intro,
        `    ${code}`,
        `${text.link}\n${link}`,
        validity,
        text.ignore,
      ].join('\n\n'),
      html: `<!doctype html><html lang="${lang}"><body style="font:17px/1.5 system-ui,sans-serif;color:#23301f;background:#faf6ec;margin:0;padding:24px"><div style="max-width:28rem;margin:auto">
<p>${escape(text.greeting)}</p><p>${escape(text.intro)}</p>
<p style="font-size:34px;font-weight:700;letter-spacing:6px;margin:16px 0">${code}</p>
<p>${escape(text.link)}<br><a href="${escape(link)}" style="color:#2f6b3a;word-break:break-all">${escape(link)}</a></p>
<p style="color:#5c6655">${escape(validity)}<br>${escape(text.ignore)}</p></div></body></html>`,
    });
  }

  return {
    sendMagicLink: (to, hash, code, meta) => send(to, hash, code, meta?.userId),
    sendConfirmation: (to, hash, code, meta) => send(to, hash, code, meta?.userId),
    sendRecovery: (to, hash, code, meta) => send(to, hash, code, meta?.userId),
    sendEmailChange: (to, hash, code, meta) => send(to, hash, code, meta?.userId),
    sendReauthentication: (to, code, meta) => send(to, meta?.tokenHash ?? '', code, meta?.userId),
    close: () => transport.close(),
  };
}

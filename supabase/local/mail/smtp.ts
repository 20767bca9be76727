import { SMTPServer } from 'smtp-server';
import { LOOPBACK } from '../ports';
import type { MailStore } from './store';

const MAX_MAIL = 10 * 1024 * 1024;

/** Takes every mail and delivers none: the demo must never write to a real address. */
export function startSmtp(port: number, store: MailStore): Promise<{ stop: () => Promise<void> }> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    size: MAX_MAIL,
    disableReverseLookup: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('end', () => {
        const recipients = session.envelope.rcptTo.map((to) => to.address);
        if (stream.sizeExceeded) return done(new Error('The mail is larger than 10 MB'));
        store.add(Buffer.concat(chunks), recipients).then(() => done(), done);
      });
    },
  });
  server.on('error', () => undefined); // why: a client that hangs up is no reason to end the stack
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, LOOPBACK, () =>
      resolve({ stop: () => new Promise<void>((ended) => server.close(() => ended())) }),
    );
  });
}

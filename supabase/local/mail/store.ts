import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Address } from 'postal-mime';

export type Person = {
  Name: string;
  Address: string;
};

/** The fields of a message in Mailpit's API, so that tests written for Mailpit work here too. */
export type Message = {
  ID: string;
  MessageID: string;
  Read: boolean;
  From: Person;
  To: Person[];
  Cc: Person[];
  Bcc: Person[];
  ReplyTo: Person[];
  Subject: string;
  Created: string;
  Tags: string[];
  Size: number;
  Attachments: number;
  Snippet: string;
  Text: string;
  HTML: string;
};

const KEEP = 300;

const person = (address: Address | undefined): Person => ({
  Name: address?.name ?? '',
  Address: address?.address ?? '',
});

async function parse(raw: Buffer, recipients: string[]): Promise<Message> {
  const mail = await PostalMime.parse(raw);
  const text = (mail.text ?? '').trim();
  const to = (mail.to ?? []).map(person);
  const named = new Set(
    [...to, ...(mail.cc ?? []).map(person)].map((p) => p.Address.toLowerCase()),
  );
  return {
    ID: randomUUID(),
    MessageID: mail.messageId ?? '',
    Read: false,
    From: person(mail.from),
    To: to,
    Cc: (mail.cc ?? []).map(person),
    Bcc: recipients
      .filter((address) => !named.has(address.toLowerCase()))
      .map((address) => ({ Name: '', Address: address })),
    ReplyTo: (mail.replyTo ?? []).map(person),
    Subject: mail.subject ?? '',
    Created: new Date().toISOString(),
    Tags: [],
    Size: raw.byteLength,
    Attachments: mail.attachments.length,
    Snippet: text.replace(/\s+/g, ' ').slice(0, 250),
    Text: text,
    HTML: mail.html ?? '',
  };
}

/** The caught mails, newest first: in memory to read, one file each to survive a restart. */
export class MailStore extends EventEmitter {
  private messages: Message[] = [];

  constructor(private readonly folder: string) {
    super();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) {
      try {
        this.messages.push(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Message);
      } catch {
        // why: half a file of a killed predecessor is worth less than an inbox that opens
      }
    }
    this.messages.sort((a, b) => b.Created.localeCompare(a.Created));
  }

  all(): readonly Message[] {
    return this.messages;
  }

  find(id: string): Message | undefined {
    return id === 'latest' ? this.messages[0] : this.messages.find((m) => m.ID === id);
  }

  async add(raw: Buffer, recipients: string[]): Promise<void> {
    const message = await parse(raw, recipients);
    this.messages.unshift(message);
    await writeFile(this.file(message), JSON.stringify(message), { mode: 0o600 });
    await Promise.all(this.messages.splice(KEEP).map((old) => rm(this.file(old), { force: true })));
    this.emit('change');
  }

  /** Without ids everything goes, as in Mailpit. */
  async remove(ids?: string[]): Promise<void> {
    const gone = this.messages.filter((m) => !ids || ids.includes(m.ID));
    this.messages = this.messages.filter((m) => !gone.includes(m));
    await Promise.all(gone.map((message) => rm(this.file(message), { force: true })));
    this.emit('change');
  }

  private file(message: Message): string {
    return join(this.folder, `${message.ID}.json`);
  }
}

/** Mailpit's search, as far as tests use it: `to:"x"`, `from:x`, `subject:"x"`, and plain words. */
export function search(messages: readonly Message[], query: string): Message[] {
  const terms = [...query.matchAll(/(?:(to|from|subject):)?(?:"([^"]*)"|(\S+))/gi)].map((m) => ({
    field: m[1]?.toLowerCase(),
    word: (m[2] ?? m[3] ?? '').toLowerCase(),
  }));
  const fields = {
    to: (m: Message) => [...m.To, ...m.Cc, ...m.Bcc].map((p) => `${p.Name} ${p.Address}`).join(' '),
    from: (m: Message) => `${m.From.Name} ${m.From.Address}`,
    subject: (m: Message) => m.Subject,
    any: (m: Message) => `${m.Subject} ${m.Text} ${fields.from(m)} ${fields.to(m)}`,
  };
  return messages.filter((message) =>
    terms.every(({ field, word }) =>
      fields[(field ?? 'any') as keyof typeof fields](message).toLowerCase().includes(word),
    ),
  );
}

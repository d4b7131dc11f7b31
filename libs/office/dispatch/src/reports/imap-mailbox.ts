import { isIP } from 'node:net';
import type { OutsideConfig } from '@patravali/config';
import { Outgoing } from '@patravali/outgoing';
import { ImapFlow } from 'imapflow';
import type { Entered, ReportMailbox } from './report-mailbox';

/** A report is a page of text with the header of the mail, or the whole mail with its letter. What is longer is none. */
const LONGEST_REPORT = 8 * 1024 * 1024;
/** So many in one go; the next one comes in five minutes. */
const MOST_AT_ONCE = 500;
const TIMEOUT_MS = 30_000;
/** On a mail that was looked at and is no report of ours: it stays unread, and is not fetched again. */
const LOOKED_AT = '$PatravaliLookedAt';
const PORTS: Readonly<Record<string, number>> = { 'imaps:': 993, 'imap:': 143 };

export interface ImapOptions extends OutsideConfig {
  /** Certificates that are trusted, instead of those that Node trusts. */
  readonly ca?: string;
}

/**
 * A mailbox on an IMAP server, always over TLS. What is entered is marked as read, after it was entered: one that a process died over
 * is given again, and enters nothing twice. Whatever is no report of a mail of ours stays unread, for whoever reads the mailbox.
 */
export class ImapMailbox implements ReportMailbox {
  /** @param url `imaps://user:password@host/INBOX`; `imap:` begins in clear and is left unless the server offers TLS. */
  constructor(
    private readonly url: string,
    private readonly options: ImapOptions = {},
  ) {}

  /** @throws when the server is not there or not allowed, is not trusted, or does not take the password: it is asked again the next time. */
  async readEach(enter: (mail: string) => Promise<Entered>): Promise<void> {
    await this.within(async (client) => {
      for (const uid of await unread(client)) await this.read(client, uid, enter);
    });
  }

  async open(): Promise<void> {
    await this.within(() => Promise.resolve());
  }

  private async within(work: (client: ImapFlow) => Promise<void>): Promise<void> {
    const address = new URL(this.url);
    const [server] = await new Outgoing(this.options).addressesOf(address.hostname);
    const client = this.clientFor(address, server);
    // What breaks shows where it is waited for.
    client.on('error', () => undefined);
    try {
      await client.connect();
      const lock = await client.getMailboxLock(decodeURIComponent(address.pathname.slice(1)) || 'INBOX');
      try {
        await work(client);
      } finally {
        lock.release();
      }
      await client.logout();
    } finally {
      client.close();
    }
  }

  /** @param server what the name was looked up to; what it proves itself with is held against the name. */
  private clientFor({ protocol, hostname, port, username, password }: URL, server: string): ImapFlow {
    const secure = protocol === 'imaps:';
    const { ca } = this.options;
    return new ImapFlow({
      host: server,
      ...(isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? { servername: hostname } : {}),
      port: port === '' ? PORTS[protocol] : Number(port),
      secure,
      ...(secure ? {} : { doSTARTTLS: true }),
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) },
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      logger: false,
      disableAutoIdle: true,
    });
  }

  /** Fetching marks nothing as read. */
  private async read(client: ImapFlow, uid: number, enter: (mail: string) => Promise<Entered>): Promise<void> {
    const at = String(uid);
    const found = await client.fetchOne(at, { size: true }, { uid: true });
    // It may be gone by now.
    if (!found) return;
    const fits = (found.size ?? 0) <= LONGEST_REPORT;
    const whole = fits && (await client.fetchOne(at, { source: true }, { uid: true }));
    const entered = whole && whole.source ? await enter(whole.source.toString('utf8')) : 'foreign';
    if (entered === 'later') return;
    const mark = entered === 'done' ? '\\Seen' : LOOKED_AT;
    await client.messageFlagsAdd(at, [mark], { uid: true });
  }
}

/** Mails that say of themselves that they are reports, the oldest first: of all others nothing is fetched. */
async function unread(client: ImapFlow): Promise<number[]> {
  const reports = { seen: false, unKeyword: LOOKED_AT, header: { 'content-type': 'multipart/report' } };
  const found = await client.search(reports, { uid: true });
  const uids = found === false || found === undefined ? [] : found;
  return uids.sort((one, other) => one - other).slice(0, MOST_AT_ONCE);
}

import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, type OutsideConfig } from '@patravali/config';
import { refuseInTransaction } from '@patravali/database';
import { NotAllowedOutside, Outgoing } from '@patravali/outgoing';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { returnAddress } from './return-address';

const TIMEOUT_MS = 30_000;
const LONGEST_REASON = 300;
/** Of the SMTP answers for good, these are about the letter or its addressee; others are about this office. */
const FOR_GOOD = ['EENVELOPE', 'EMESSAGE'];

export interface Attachment {
  readonly fileName: string;
  readonly pdf: Buffer;
}

export interface Mail {
  /** Names the message for good: a mail that is sent again is recognised by it. */
  readonly id: string;
  readonly to: string;
  /** What the office calls itself as a sender, if its configuration does not say. */
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** Stands in the address to which mail servers return it: what they report is known by it. */
  readonly returnKey?: string;
  readonly attachments?: readonly Attachment[];
}

/** A mail did not go out. `reason` is short and names nothing of this machine. */
export class MailNotSent extends Error {
  constructor(
    readonly reason: string,
    /** Trying again is of no use. */
    readonly forGood: boolean,
    /** The mail server had it and did not say what became of it. */
    readonly mayHaveArrived = false,
    cause?: unknown,
  ) {
    super(reason, { cause });
    this.name = 'MailNotSent';
  }
}

/** Sends by the office's mail server; a demo office keeps its mail in a folder instead, one `.eml` a message. */
@Injectable()
export class OfficeMail {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'mail'>) {}

  /** @throws MailNotSent */
  async send(mail: Mail): Promise<void> {
    refuseInTransaction('the mail server');
    const { mail: transport } = this.config;
    const handedOver = { begun: false };
    try {
      if (transport.kind === 'smtp') {
        const message = messageOf({ ...mail, from: transport.from }, transport.returnTo, handedOver);
        await sendBySmtp(transport, message);
      } else if (transport.kind === 'folder') await putInFolder(transport, mail);
      else throw new MailNotSent('mail-not-configured', false);
    } catch (error) {
      throw error instanceof MailNotSent ? error : notSent(error, handedOver.begun);
    }
  }
}

type FolderMail = Extract<Config['mail'], { kind: 'folder' }>;

/** The name of the server is looked up once; what it proves itself with is held against the name. */
async function sendBySmtp(
  { url, innerNetworks }: { readonly url: string } & OutsideConfig,
  message: SendMailOptions,
): Promise<void> {
  const address = new URL(url);
  const [server] = await new Outgoing({ innerNetworks }).addressesOf(address.hostname);
  if (isIP(address.hostname.replace(/^\[|\]$/g, '')) === 0) {
    if (!address.searchParams.has('servername')) address.searchParams.set('servername', address.hostname);
    address.hostname = isIP(server) === 6 ? `[${server}]` : server;
  }
  for (const limit of ['connectionTimeout', 'greetingTimeout', 'socketTimeout']) {
    if (!address.searchParams.has(limit)) address.searchParams.set(limit, String(TIMEOUT_MS));
  }
  const transport = createTransport(address.href);
  try {
    await transport.sendMail(message);
  } finally {
    transport.close();
  }
}

/** Written beside its place and then put there whole; the same message again is the same file. */
async function putInFolder({ folder, returnTo }: FolderMail, mail: Mail): Promise<void> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message, envelope } = await transport.sendMail(messageOf(mail, returnTo));
  const withEnvelope = Buffer.concat([
    Buffer.from(`Return-Path: <${envelope.from === false ? '' : envelope.from}>\r\n`),
    message as Buffer,
  ]);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const beside = join(folder, `.${randomUUID()}`);
  await writeFile(beside, withEnvelope, { mode: 0o600 });
  await rename(beside, join(folder, `${mail.id}.eml`));
}

/**
 * @param returnTo where mail servers return mails, with a place for the key; nowhere if nobody reads what comes back.
 * @param handedOver learns when the letter is read: that is after the mail server has agreed to take it.
 */
function messageOf(mail: Mail, returnTo: string | undefined, handedOver?: { begun: boolean }): SendMailOptions {
  const { id, to, from, subject, text, returnKey, attachments = [] } = mail;
  const isReturned = returnTo !== undefined && returnKey !== undefined;
  const content = function* (pdf: Buffer) {
    if (handedOver) handedOver.begun = true;
    yield pdf;
  };
  return {
    messageId: `<${id}@patravali>`,
    to,
    from,
    subject,
    text,
    ...(isReturned ? { envelope: { from: returnAddress(returnTo, returnKey), to } } : {}),
    // Asks for a report if it cannot be delivered, where the server can; the id comes back with it.
    dsn: { id, return: 'headers', notify: ['failure', 'delay'], recipient: to },
    attachments: attachments.map(({ fileName, pdf }) => {
      return { filename: fileName, content: Readable.from(content(pdf)), contentType: 'application/pdf' };
    }),
    // Nothing that a person typed is ever read as a path or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** @param handedOver whether the mail server was being given the letter: without its answer it may then have taken it. */
function notSent(error: unknown, handedOver: boolean): MailNotSent {
  if (error instanceof NotAllowedOutside) return new MailNotSent('mail-server-inside', false, false, error);
  const { code, response, responseCode } = error as { code?: unknown; response?: unknown; responseCode?: unknown };
  const reason = typeof response === 'string' ? response : typeof code === 'string' ? code : 'unknown';
  const forGood = typeof responseCode === 'number' && responseCode >= 500 && FOR_GOOD.includes(String(code));
  const mayHaveArrived = handedOver && typeof responseCode !== 'number';
  return new MailNotSent(reason.replaceAll(/\s+/g, ' ').slice(0, LONGEST_REASON), forGood, mayHaveArrived, error);
}

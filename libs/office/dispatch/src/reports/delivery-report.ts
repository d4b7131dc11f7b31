import type { ReportedOutcome } from '@patravali/contract';
import PostalMime, { type Attachment, type Email, type Header } from 'postal-mime';
import { keysIn } from '../mail/return-address';

/** What a mail server reports of a mail to one of those to whom it went. */
export interface RecipientReport {
  /** The address to which it could or could not be delivered, and the one that we gave, where the report names it; in small letters. */
  readonly addresses: readonly string[];
  readonly outcome: ReportedOutcome;
  /** What the server says of it, on one line. */
  readonly words: string;
}

/** What a mail server reports of a mail of ours (RFC 3464). */
export interface DeliveryReport {
  /** In the addresses to which it was sent: whoever does not know the key of a mail of ours reports of none. */
  readonly keys: readonly string[];
  readonly recipients: readonly RecipientReport[];
}

const REPORT = /^multipart\/report\s*(?:;|$)/i;
const STATUS_PARTS = ['message/delivery-status', 'message/global-delivery-status'];
/** Where servers say to whom a mail was sent, the last of them in whose mailbox it was put. */
const SENT_TO = ['to', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'];
/** Whatever else a server says (delayed, relayed, expanded), the mail is still on its way or its fate unknown. */
const OUTCOMES: ReadonlyMap<string, ReportedOutcome> = new Map([
  ['delivered', 'delivered'],
  ['failed', 'returned'],
]);
const LONGEST_WORDS = 300;
/** A mail of ours goes to one; a server that expands the address may report of several. */
const MOST_KEYS = 4;
const MOST_RECIPIENTS = 20;

/**
 * The letter that comes back stands last in a report, behind all that is read here. What a report may cost is mostly decided by
 * its lines and parts: without these limits a single mebibyte of empty lines takes nine processor seconds and 2 GB.
 */
const LONGEST_READ = 1024 * 1024;
const MOST_LINES = 20_000;
/** A report has three; each one more costs, also one of nothing. */
const MOST_PARTS = 200;
const LIMITS = { maxNestingDepth: 16, maxHeadersSize: 256 * 1024 };

/** The report that the mail is; null of any other mail, of a report of other mails, and of one that settles nothing. */
export async function readDeliveryReport(mail: string): Promise<DeliveryReport | null> {
  const whole = await parse(beginningOf(mail));
  if (!whole || !REPORT.test(valueOf(whole.headers, 'content-type') ?? '')) return null;
  const keys = keysOf(whole.headers);
  const status = whole.attachments.find(({ mimeType }) => STATUS_PARTS.includes(mimeType));
  if (keys.length === 0 || !status) return null;
  // The first group is about the mail, each other about one to whom it went.
  const [, ...groups] = groupsIn(textOf(status)).slice(0, MOST_RECIPIENTS + 1);
  const read = await Promise.all(groups.map(recipientIn));
  const recipients = read.filter((each) => each !== null);
  return recipients.length > 0 ? { keys, recipients } : null;
}

function beginningOf(mail: string): string {
  const lines = mail.trimStart().slice(0, LONGEST_READ).split('\n', MOST_LINES);
  const begins = lines.flatMap((line, at) => (line.startsWith('--') ? [at] : []));
  return lines.slice(0, begins[MOST_PARTS]).join('\n');
}

/** Null where the mail exceeds the limits. The mail that was returned stays a part of its own. */
async function parse(mail: string): Promise<Email | null> {
  try {
    return await PostalMime.parse(mail, { ...LIMITS, forceRfc822Attachments: true, attachmentEncoding: 'utf8' });
  } catch {
    return null;
  }
}

function keysOf(headers: readonly Header[]): string[] {
  const addresses = headers.filter(({ key }) => SENT_TO.includes(key)).map(({ value }) => value);
  return [...new Set(keysIn(addresses.join(' ')))].slice(0, MOST_KEYS);
}

/** Null of one whose fate is not settled by it. */
async function recipientIn(group: string): Promise<RecipientReport | null> {
  const fields = (await parse(group))?.headers ?? [];
  const outcome = OUTCOMES.get(valueOf(fields, 'action')?.toLowerCase() ?? '');
  if (!outcome) return null;
  const named = [valueOf(fields, 'original-recipient'), valueOf(fields, 'final-recipient')];
  const addresses = named.flatMap((field) => (field === undefined ? [] : [addressIn(field)]));
  return { addresses, outcome, words: wordsOf(fields) };
}

/** Of several fields with one name, the first. */
const valueOf = (fields: readonly Header[], name: string): string | undefined =>
  fields.find(({ key }) => key === name)?.value;

/** `rfc822; a@example.in`: what kind of address it is stands before it. */
const addressIn = (field: string): string =>
  field
    .slice(field.indexOf(';') + 1)
    .replaceAll(/[<>\s]/g, '')
    .toLowerCase();

const groupsIn = (text: string): string[] =>
  text
    .trim()
    .split(/\n[ \t]*\n/)
    .map((group) => group.trim());

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content.replaceAll('\r\n', '\n') : '';

/** What the other server said, with the code that says it for programs; it has no more than one line. */
function wordsOf(fields: readonly Header[]): string {
  const said = (valueOf(fields, 'diagnostic-code') ?? '').replace(/^[\w-]+;\s*/, '');
  const words = said === '' ? (valueOf(fields, 'status') ?? 'unknown') : said;
  return words.replaceAll(/[\s\p{Cc}]+/gu, ' ').slice(0, LONGEST_WORDS);
}

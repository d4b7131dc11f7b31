import PostalMime, { type Attachment, type Email, type Header } from 'postal-mime';

/** What a mail server reports of a mail of ours (RFC 3464). */
export interface DeliveryReport {
  /** Of the dispatch: our mails bear its id in their Message-ID. */
  readonly dispatchId: string;
  readonly outcome: 'delivered' | 'returned';
  /** What the server says of it, on one line. */
  readonly reason: string;
}

const OURS = /<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@patravali>/i;
const REPORT = /^multipart\/report\s*(?:;|$)/i;
const STATUS_PARTS = ['message/delivery-status', 'message/global-delivery-status'];
const RETURNED_PARTS = ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers'];
/** Whatever else a server says (delayed, relayed, expanded), the mail is still on its way or its fate unknown. */
const OUTCOMES = new Map([
  ['delivered', 'delivered'],
  ['failed', 'returned'],
] as const);
const LONGEST_REASON = 300;

/**
 * The letter that comes back stands last in a report, behind all that is read here. What a report may cost is mostly decided by
 * its lines and parts: without these limits a single mebibyte of empty lines takes nine processor seconds and 2 GB.
 */
const LONGEST_READ = 1024 * 1024;
const MOST_LINES = 20_000;
const LIMITS = { maxNestingDepth: 16, maxHeadersSize: 256 * 1024 };

/** The report that the mail is; null of any other mail, of a report of other mails, and of one that settles nothing. */
export async function readDeliveryReport(mail: string): Promise<DeliveryReport | null> {
  const whole = await parse(beginningOf(mail));
  if (!whole || !REPORT.test(valueOf(whole.headers, 'content-type') ?? '')) return null;
  const status = whole.attachments.find(({ mimeType }) => STATUS_PARTS.includes(mimeType));
  if (!status) return null;
  // The first group is about the mail, each other about one to whom it went.
  const [envelope = '', ...recipients] = groupsOf(status);
  const dispatchId = await idOf(whole.attachments, envelope);
  if (dispatchId === null) return null;
  for (const recipient of recipients) {
    const fields = await readFields(recipient);
    const outcome = OUTCOMES.get(valueOf(fields, 'action')?.toLowerCase() as 'delivered' | 'failed');
    if (outcome) return { dispatchId, outcome, reason: reasonOf(fields) };
  }
  return null;
}

const beginningOf = (mail: string): string =>
  mail.trimStart().slice(0, LONGEST_READ).split('\n', MOST_LINES).join('\n');

/** Null where the mail exceeds the limits. The mail that was returned stays a part of its own. */
async function parse(mail: string): Promise<Email | null> {
  try {
    return await PostalMime.parse(mail, { ...LIMITS, forceRfc822Attachments: true, attachmentEncoding: 'utf8' });
  } catch {
    return null;
  }
}

/** The header fields with which the text begins, up to the first empty line. */
async function readFields(text: string): Promise<readonly Header[]> {
  const [head = ''] = groupsIn(text);
  return (await parse(head))?.headers ?? [];
}

/** Of several fields with one name, the first. */
const valueOf = (fields: readonly Header[], name: string): string | undefined =>
  fields.find(({ key }) => key === name)?.value;

/** From the mail that was returned, or from the envelope that we gave it. */
async function idOf(parts: readonly Attachment[], envelope: string): Promise<string | null> {
  const returned = parts.filter(({ mimeType }) => RETURNED_PARTS.includes(mimeType));
  for (const part of returned) {
    const id = idIn(valueOf(await readFields(textOf(part)), 'message-id') ?? '');
    if (id !== null) return id;
  }
  return idIn(`<${valueOf(await readFields(envelope), 'original-envelope-id') ?? ''}@patravali>`);
}

const idIn = (messageId: string): string | null => OURS.exec(messageId)?.[1]?.toLowerCase() ?? null;

const groupsOf = (status: Attachment): string[] => groupsIn(textOf(status));
const groupsIn = (text: string): string[] =>
  text
    .trim()
    .split(/\n[ \t]*\n/)
    .map((group) => group.trim());

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content.replaceAll('\r\n', '\n') : '';

/** What the other server said, with the code that says it for programs; it has no more than one line. */
function reasonOf(fields: readonly Header[]): string {
  const said = (valueOf(fields, 'diagnostic-code') ?? '').replace(/^[\w-]+;\s*/, '');
  const reason = said === '' ? (valueOf(fields, 'status') ?? 'unknown') : said;
  return reason.replaceAll(/[\s\p{Cc}]+/gu, ' ').slice(0, LONGEST_REASON);
}

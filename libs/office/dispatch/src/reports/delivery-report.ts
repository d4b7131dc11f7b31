import { kindOf, type MailPart, partsOf, readFields, readPart, textOf } from './mail-parts';

/** What a mail server reports of a mail of ours (RFC 3464). */
export interface DeliveryReport {
  /** Of the dispatch: our mails bear its id in their Message-ID. */
  readonly dispatchId: string;
  readonly outcome: 'delivered' | 'returned';
  /** What the server says of it, on one line. */
  readonly reason: string;
}

const OURS = /<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@patravali>/i;
const STATUS_PARTS = ['message/delivery-status', 'message/global-delivery-status'];
const RETURNED_PARTS = ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers'];
/** Whatever else a server says (delayed, relayed, expanded), the mail is still on its way or its fate unknown. */
const OUTCOMES = new Map([
  ['delivered', 'delivered'],
  ['failed', 'returned'],
] as const);
const LONGEST_REASON = 300;

/** The report that the mail is; null of any other mail, of a report of other mails, and of one that settles nothing. */
export function readDeliveryReport(mail: string): DeliveryReport | null {
  const whole = readPart(mail);
  if (kindOf(whole) !== 'multipart/report') return null;
  const parts = partsOf(whole);
  const status = parts.find((part) => STATUS_PARTS.includes(kindOf(part)));
  const dispatchId = idOf(parts, status);
  if (!status || dispatchId === null) return null;
  for (const fields of recipientsIn(status)) {
    const action = fields.get('action')?.toLowerCase() ?? '';
    const outcome = OUTCOMES.get(action as 'delivered' | 'failed');
    if (outcome) return { dispatchId, outcome, reason: reasonOf(fields) };
  }
  return null;
}

/** From the mail that was returned, or from the envelope that we gave it. */
function idOf(parts: readonly MailPart[], status: MailPart | undefined): string | null {
  const returned = parts.filter((part) => RETURNED_PARTS.includes(kindOf(part))).map(textOf);
  const messageIds = returned.map((text) => readPart(text).headers.get('message-id') ?? '');
  const envelope = status ? (readFields(groupsOf(status)[0] ?? '').get('original-envelope-id') ?? '') : '';
  for (const candidate of [...messageIds, `<${envelope}@patravali>`]) {
    const [, id] = OURS.exec(candidate) ?? [];
    if (id !== undefined) return id.toLowerCase();
  }
  return null;
}

const groupsOf = (status: MailPart): string[] =>
  textOf(status)
    .trim()
    .split(/\n[ \t]*\n/);

/** The first group is about the mail, each other about one to whom it went. */
const recipientsIn = (status: MailPart): Map<string, string>[] => groupsOf(status).slice(1).map(readFields);

/** What the other server said, with the code that says it for programs; it has no more than one line. */
function reasonOf(fields: ReadonlyMap<string, string>): string {
  const said = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+;\s*/, '');
  const reason = said === '' ? (fields.get('status') ?? 'unknown') : said;
  return reason.replaceAll(/[\s\p{Cc}]+/gu, ' ').slice(0, LONGEST_REASON);
}

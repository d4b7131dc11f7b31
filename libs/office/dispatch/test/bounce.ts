export const KEY = 'abcdefghijklmnopq234';

interface Wishes {
  /** In the address to which it is sent; null: in none. */
  readonly key?: string | null;
  readonly recipient?: string;
  /** To whom the mail went before the mail server knew better. */
  readonly original?: string;
  readonly action?: string;
  readonly diagnostic?: string;
  /** As what the mail is returned; null: not at all. */
  readonly returned?: 'message/rfc822' | 'text/rfc822-headers' | null;
  readonly packed?: boolean;
  readonly boundary?: string;
}

/** What a mail server sends back when it cannot deliver a mail (RFC 3464). */
export function bounce(wishes: Wishes = {}): string {
  const { key = KEY, recipient = 'a@example.in', original } = wishes;
  const { action = 'failed', returned = 'message/rfc822' } = wishes;
  const { diagnostic = 'smtp; 550 5.1.1 <a@example.in>: Recipient address rejected:\n    User unknown' } = wishes;
  const { packed = false, boundary = 'BOUNDARY' } = wishes;
  const status = [
    'Reporting-MTA: dns; mail.example.in',
    '',
    ...(original === undefined ? [] : [`Original-Recipient: rfc822;${original}`]),
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    'Status: 5.1.1',
    `Diagnostic-Code: ${diagnostic}`,
    '',
  ].join('\n');
  const part = (kind: string, text: string) =>
    packed
      ? `Content-Type: ${kind}\nContent-Transfer-Encoding: base64\n\n${Buffer.from(text).toString('base64')}`
      : `Content-Type: ${kind}\n\n${text}`;
  const mail = ['From: office@example.in', 'Message-ID: <1@patravali>', 'Subject: letter', '', 'text'].join('\n');
  return [
    'From: MAILER-DAEMON@example.in',
    `To: office${key === null ? '' : `+${key}`}@example.in`,
    'Subject: Undelivered Mail Returned to Sender',
    `Content-Type: multipart/report; report-type=delivery-status;\n    boundary="${boundary}"`,
    '',
    'This is a MIME-encapsulated message.',
    '',
    `--${boundary}`,
    part('text/plain', 'Your mail could not be delivered.'),
    '',
    `--${boundary}`,
    part('message/delivery-status', status),
    '',
    ...(returned === null ? [] : [`--${boundary}`, part(returned, mail), '']),
    `--${boundary}--`,
    '',
  ].join('\n');
}

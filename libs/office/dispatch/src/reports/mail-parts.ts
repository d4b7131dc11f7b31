/** A part of a mail, or the whole of it: its header fields and what follows them. */
export interface MailPart {
  /** By their names in small letters; of several fields with one name, the first. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** What a header field and the lines that it is folded into say, on one line. */
const FIELD = /^([!-9;-~]+):[ \t]*(.*(?:\n[ \t].*)*)$/gm;

/** Header fields, an empty line, and the rest (RFC 5322). */
export function readPart(text: string): MailPart {
  const lines = text.replaceAll('\r\n', '\n').replace(/^\n+/, '');
  const gap = lines.indexOf('\n\n');
  const [head, body] = gap < 0 ? [lines, ''] : [lines.slice(0, gap), lines.slice(gap + 2)];
  return { headers: readFields(head), body };
}

/** The fields of a header, or of a group of a delivery report. */
export function readFields(head: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [, name = '', value = ''] of head.matchAll(FIELD)) {
    const key = name.toLowerCase();
    if (!fields.has(key)) fields.set(key, value.replaceAll(/\n[ \t]+/g, ' ').trim());
  }
  return fields;
}

/** Its kind, as `multipart/report`, and a parameter of it. */
export function kindOf({ headers }: MailPart): string {
  return (headers.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? '';
}

export function parameterOf({ headers }: MailPart, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(
    headers.get('content-type') ?? '',
  );
  return found ? (found[1] ?? found[2] ?? '') : null;
}

/** The parts between the boundaries of a mail of several parts (RFC 2046). */
export function partsOf(mail: MailPart): MailPart[] {
  const boundary = parameterOf(mail, 'boundary');
  if (boundary === null || boundary === '') return [];
  const [, ...parts] = `\n${mail.body}`.split(`\n--${boundary}`);
  return parts.filter((part) => !part.startsWith('--')).map((part) => readPart(part.replace(/^[ \t]*\n/, '')));
}

/** What the part says, whatever it was packed in for its way. */
export function textOf({ headers, body }: MailPart): string {
  const packed = headers.get('content-transfer-encoding')?.toLowerCase() ?? '7bit';
  if (packed === 'base64') return Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n');
  if (packed !== 'quoted-printable') return body;
  const bytes = body
    .replaceAll(/=\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

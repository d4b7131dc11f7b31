import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SentMail {
  readonly to: string;
  /** The PDF that it carries. */
  readonly attachment: Buffer;
}

/** What the demo office has mailed: one `.eml` a message in its data folder. */
export function sentMails(dataFolder: string): SentMail[] {
  const folder = join(dataFolder, 'mail');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => read(readFileSync(join(folder, name), 'latin1')));
}

function read(message: string): SentMail {
  const to = /^To: (.+)$/m.exec(message.replaceAll('\r', ''))?.[1] ?? '';
  const part = message.split(/^--/m).find((each) => /Content-Disposition: attachment/i.test(each)) ?? '';
  const [, body = ''] = part.split('\r\n\r\n');
  return { to, attachment: Buffer.from(body, 'base64') };
}

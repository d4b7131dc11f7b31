import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JourneyOffice } from '../journeys/office';
import { asOwner } from '../processes/office-owner';

const COMES_WITHIN_MS = 120_000;

/** Ten in the morning has come. @returns the first mail in which these words stand. */
export async function digestOfTheDay({ dataFolder }: JourneyOffice, words: string): Promise<string> {
  await asOwner(dataFolder, (database) =>
    database.query(`INSERT INTO pgboss.job (name, data) VALUES ('begin-digests', '{}')`),
  );
  const folder = join(dataFolder, 'mail');
  const begun = Date.now();
  while (Date.now() - begun < COMES_WITHIN_MS) {
    await sleep(200);
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : [];
    const digest = names.map((name) => decoded(readFileSync(join(folder, name), 'utf8'))).find(holds(words));
    if (digest !== undefined) return digest;
  }
  throw new Error('No digest came');
}

const holds = (words: string) => (mail: string) => mail.includes(words);

/** A message of ours with one part. */
function decoded(message: string): string {
  const body = message.replaceAll('\r', '').split('\n\n').slice(1).join('\n\n');
  if (/^Content-Transfer-Encoding: base64/im.test(message)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replaceAll(/=\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

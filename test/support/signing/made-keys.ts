import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDemoSigningKey } from '@patravali/signatures';
import { runFolder } from '../database/cluster';

export interface MadeKey {
  /** As base64. */
  readonly p12: string;
  readonly password: string;
}

const asked = new Map<string, number>();

/**
 * A key of that name, another one each time that a suite asks. Making one takes a process half a second, so the first suite
 * of the run that asks makes it for all.
 */
export async function aKey(name: string): Promise<MadeKey> {
  const number = asked.get(name) ?? 0;
  asked.set(name, number + 1);
  const folder = join(runFolder(), 'keys');
  const file = join(folder, `${createHash('sha256').update(name).digest('hex').slice(0, 16)}-${number}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as MadeKey;
  const { p12, password } = await makeDemoSigningKey(name);
  const made: MadeKey = { p12: Buffer.from(p12).toString('base64'), password };
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(made));
  renameSync(`${file}.${process.pid}`, file);
  return made;
}

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** What a file of rows must turn out to hold. */
export interface RowSum {
  readonly rows: number;
  readonly sha256: string;
}

const BATCH = 200;

const fileOf = (folder: string, name: string) => join(folder, `${name}.gz`);

/** Writes rows, each in PostgreSQL's own text form, one JSON string a line. */
export async function writeRows(
  folder: string,
  name: string,
  batches: AsyncIterable<readonly string[]>,
): Promise<RowSum> {
  const hash = createHash('sha256');
  let rows = 0;
  async function* lines(): AsyncIterable<string> {
    for await (const batch of batches) {
      const text = batch.map((row) => `${JSON.stringify(row)}\n`).join('');
      rows += batch.length;
      hash.update(text);
      yield text;
    }
  }
  const file = createWriteStream(fileOf(folder, name), { mode: 0o600, flags: 'wx', flush: true });
  await pipeline(Readable.from(lines()), createGzip(), file);
  return { rows, sha256: hash.digest('hex') };
}

/** The rows in batches. @throws Error at the end when they are not those that were written. */
export async function* readRows(folder: string, name: string, expected: RowSum): AsyncIterable<string[]> {
  const hash = createHash('sha256');
  let rows = 0;
  let batch: string[] = [];
  for await (const line of linesOf(createReadStream(fileOf(folder, name)).pipe(createGunzip()))) {
    hash.update(`${line}\n`);
    rows += 1;
    batch.push(JSON.parse(line) as string);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
  const found = hash.digest('hex');
  if (rows !== expected.rows || found !== expected.sha256) {
    throw new Error(`${name}: ${rows} of ${expected.rows} rows, SHA-256 ${found} instead of ${expected.sha256}`);
  }
}

/** Not `readline`: it would also cut at U+2028, which may stand within a text. */
async function* linesOf(stream: Readable): AsyncIterable<string> {
  let rest = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

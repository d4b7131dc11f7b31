import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline as pipelineOf, Readable } from 'node:stream';
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
  batches: AsyncIterable<readonly string[]> | readonly (readonly string[])[],
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

/** `cut`: it ends too early. `other`: it holds other rows than were written. */
export type RowFault = 'missing' | 'cut' | 'other';

export class RowsWrong extends Error {
  constructor(
    readonly fault: RowFault,
    readonly facts: { readonly file: string; readonly found: number; readonly rows: number },
  ) {
    super(`${facts.file}: ${fault}, ${facts.found} of ${facts.rows} rows`);
    this.name = new.target.name;
  }
}

/** The rows in batches. @throws RowsWrong at the end when they are not those that were written. */
export async function* readRows(folder: string, name: string, expected: RowSum): AsyncIterable<string[]> {
  const hash = createHash('sha256');
  let found = 0;
  let batch: string[] = [];
  const wrong = (fault: RowFault) => new RowsWrong(fault, { file: `${name}.gz`, found, rows: expected.rows });
  try {
    for await (const line of linesOf(unzipped(fileOf(folder, name)))) {
      hash.update(`${line}\n`);
      batch.push(JSON.parse(line) as string);
      found += 1;
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    throw wrong(FAULTS[(error as NodeJS.ErrnoException).code ?? ''] ?? 'other');
  }
  if (batch.length > 0) yield batch;
  if (found < expected.rows) throw wrong('cut');
  if (found > expected.rows || hash.digest('hex') !== expected.sha256) throw wrong('other');
}

/** What is wrong with the file of these rows; null when nothing is. */
export async function faultOfRows(folder: string, name: string, expected: RowSum): Promise<RowsWrong | null> {
  const batches = readRows(folder, name, expected)[Symbol.asyncIterator]();
  try {
    while ((await batches.next()).done !== true);
    return null;
  } catch (error) {
    if (error instanceof RowsWrong) return error;
    throw error;
  }
}

/** What cannot be read to its end, by the codes of the system and of zlib. */
const FAULTS: Readonly<Record<string, RowFault>> = { ENOENT: 'missing', Z_BUF_ERROR: 'cut' };

/** Both streams end together, whichever fails or is given up first; what went wrong is told by the one that is read. */
function unzipped(path: string): Readable {
  return pipelineOf(createReadStream(path), createGunzip(), () => undefined);
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

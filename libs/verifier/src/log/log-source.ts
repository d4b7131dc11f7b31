import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { wholeNumber } from '../primitives/bytes';
import { Wrong } from '../primitives/wrong';

/** Where a log lies. Paths are those of c2sp.org/tlog-tiles. */
export interface LogSource {
  /** At most `most` bytes and one, by which the reader sees that there are too many; nothing when there is no such file. */
  read(path: string, most: number): Promise<Uint8Array | undefined>;
}

export function folderSource(folder: string): LogSource {
  return { read: (path, most) => readUpTo(join(folder, path), most) };
}

/** The public part of a log: what an office shows under `/log/`. */
export function addressSource(address: string): LogSource {
  return {
    read: async (path, most) => {
      const answer = await asked(`${address}/${path}`);
      if (answer.status === NOT_FOUND) return undefined;
      if (!answer.ok) throw new Wrong('target-unreadable', { path: `${address}/${path}` });
      return bodyUpTo(answer, most);
    },
  };
}

const LONGEST_ANSWER_MS = 30_000;
const NOT_FOUND = 404;
/** An office answers a stranger so many times in a minute; a large log has to be asked for over several. */
const TOO_MANY = 429;
const MOST_WAITS = 10;
const LONGEST_WAIT_S = 60;
const USUAL_WAIT_S = 10;

async function asked(url: string): Promise<Response> {
  for (let waits = 0; ; waits++) {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(LONGEST_ANSWER_MS) }).catch(
      () => undefined,
    );
    if (!answer) throw new Wrong('target-unreadable', { path: url });
    if (answer.status !== TOO_MANY || waits === MOST_WAITS) return answer;
    await answer.body?.cancel();
    const wished = wholeNumber(answer.headers.get('retry-after') ?? '') ?? USUAL_WAIT_S;
    await sleep(1000 * Math.min(wished, LONGEST_WAIT_S));
  }
}

/** A regular file up to a number of bytes; a pipe or a device would never end. */
export function readUpTo(path: string, most: number): Promise<Uint8Array | undefined> {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    return Promise.resolve(undefined);
  }
  try {
    const found = fstatSync(file);
    if (!found.isFile()) return Promise.resolve(undefined);
    const bytes = Buffer.allocUnsafe(Math.min(found.size, most + 1));
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(file, bytes, length, bytes.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return Promise.resolve(bytes.subarray(0, length));
  } finally {
    closeSync(file);
  }
}

async function bodyUpTo(answer: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    parts.push(part);
    length += part.length;
    if (length > most) break;
  }
  return Buffer.concat(parts).subarray(0, most + 1);
}

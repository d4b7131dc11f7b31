import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Wrong } from '../wrong';

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
      const answer = await fetch(`${address}/${path}`, {
        redirect: 'error',
        signal: AbortSignal.timeout(LONGEST_ANSWER_MS),
      }).catch(() => undefined);
      if (!answer) throw new Wrong('target-unreadable', { path: `${address}/${path}` });
      return answer.ok ? bodyUpTo(answer, most) : undefined;
    },
  };
}

const LONGEST_ANSWER_MS = 30_000;

/** A regular file up to a number of bytes; a pipe or a device would never end. */
export async function readUpTo(path: string, most: number): Promise<Uint8Array | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  const bytes = Buffer.allocUnsafe(Math.min(found.size, most + 1));
  const file = await open(path);
  try {
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

async function bodyUpTo(answer: Response, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    parts.push(part);
    length += part.length;
    if (length > most) break;
  }
  return Buffer.concat(parts).subarray(0, most + 1);
}

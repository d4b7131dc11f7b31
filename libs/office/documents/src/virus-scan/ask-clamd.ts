import { open } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { ClamdAddress } from '@patravali/config';

/** No scanner that works is silent for so long, not even over the largest document (milliseconds). */
const SILENCE_MS = 60_000;
const CHUNK_BYTES = 64 * 1024;
/** An answer is one short line. */
const LONGEST_ANSWER = 4_096;

/** The scanner does not answer, or answered that it could not scan. */
export class ScannerAway extends Error {
  constructor(cause: unknown) {
    super('the virus scanner is away', { cause });
    this.name = new.target.name;
  }
}

/**
 * Has clamd scan a file, which is sent to it (INSTREAM, as its manual describes): it need not run on this machine.
 * @returns what it found, by clamd's name for it; null for nothing.
 * @throws ScannerAway
 */
export async function askClamd(path: string, address: ClamdAddress, silenceMs = SILENCE_MS): Promise<string | null> {
  const answer = await exchange(path, connect(address), silenceMs).catch((error: unknown) => {
    throw new ScannerAway(error);
  });
  const [, found] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
  if (found !== undefined) return found;
  if (answer !== 'stream: OK') throw new ScannerAway(new Error(answer.slice(0, 200) || 'no answer'));
  return null;
}

async function exchange(path: string, socket: Socket, silenceMs: number): Promise<string> {
  socket.setTimeout(silenceMs, () => socket.destroy(new Error(`silent for ${silenceMs} ms`)));
  const answered = answerOf(socket);
  const over = new AbortController();
  // Past a limit of its own clamd answers and hangs up while it is still being sent to.
  const sent = pipeline(() => instream(path), socket, { end: false, signal: over.signal });
  sent.catch((error: unknown) => socket.destroy(error instanceof Error ? error : undefined));
  try {
    return await answered;
  } finally {
    over.abort();
    socket.destroy();
  }
}

/** Each piece with its length before it; a length of nothing ends the stream. */
async function* instream(path: string): AsyncIterable<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  const file = await open(path);
  try {
    for await (const chunk of file.createReadStream({ highWaterMark: CHUNK_BYTES, autoClose: false })) {
      yield lengthOf((chunk as Buffer).length);
      yield chunk as Buffer;
    }
  } finally {
    await file.close();
  }
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer = (answer + text).slice(0, LONGEST_ANSWER);
      if (answer.includes('\0')) resolve(answer.slice(0, answer.indexOf('\0')));
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

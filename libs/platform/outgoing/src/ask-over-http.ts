import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { Outgoing } from './outgoing';

export interface HttpQuestion {
  readonly url: string;
  /** Sent by POST; without it the question is asked by GET. */
  readonly body?: Uint8Array | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AnswerLimits {
  readonly bytes: number;
  /** For the whole answer. */
  readonly timeoutMs: number;
}

/**
 * Asks a host that a setting names. More bytes than allowed, or later ones, are no answer, and nobody is followed elsewhere.
 * @throws Error that says why there is no answer, for the log.
 */
export async function askOverHttp(outgoing: Outgoing, question: HttpQuestion, limits: AnswerLimits): Promise<Buffer> {
  const { protocol, hostname } = new URL(question.url);
  if (!/^https?:$/.test(protocol)) throw new Error('not asked over HTTP');
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    const addresses = await orAborted(outgoing.addressesOf(hostname), signal);
    return await wholeAnswer(await answerOf(question, addresses, signal), limits.bytes);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  }
}

async function wholeAnswer(answer: http.IncomingMessage, most: number): Promise<Buffer> {
  const { statusCode = 0 } = answer;
  try {
    if (statusCode >= 300 && statusCode < 400) throw new Error('a redirect, which is not followed');
    if (statusCode !== 200) throw new Error(`it answers ${statusCode}`);
    return await atMost(answer, most);
  } finally {
    answer.destroy();
  }
}

function answerOf(
  { url, body, headers = {} }: HttpQuestion,
  addresses: readonly string[],
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const { request } = url.startsWith('https:') ? https : http;
  const known = addresses.map((address) => ({ address, family: isIP(address) }));
  const [first] = known;
  const asking = request(url, {
    method: body ? 'POST' : 'GET',
    headers: body ? { ...headers, 'content-length': body.length } : headers,
    // Each question has a connection of its own, to an address that was judged.
    agent: false,
    lookup: (_name, { all }, found) => {
      if (all === true) found(null, known);
      else found(null, first?.address ?? '', first?.family);
    },
    signal,
  });
  return new Promise((resolve, reject) => {
    asking.on('response', resolve).on('error', reject).end(body);
  });
}

async function atMost(answer: http.IncomingMessage, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.length;
    if (size > most) throw new Error(`more than ${most} bytes`);
  }
  return Buffer.concat(pieces);
}

function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  return Promise.race([work, aborted]);
}

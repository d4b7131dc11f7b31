import { AsyncLocalStorage } from 'node:async_hooks';
import http from 'node:http';
import https from 'node:https';
import { afterLoopTime } from '@patravali/child-process';
import { Client, S3Error } from 'minio';
import type { S3Config } from '@patravali/config';

/** Milliseconds in which a store must accept, answer or go on; a slower one counts as unavailable. */
export interface S3Limits {
  /** Without a byte on the connection. */
  readonly idle: number;
  /** For one call, beside the time its bytes take. */
  readonly call: number;
}

/** A store on the same premises answers in milliseconds; whoever waits for longer than this has stopped believing. */
export const S3_LIMITS: S3Limits = { idle: 10_000, call: 10_000 };

const deadline = new AsyncLocalStorage<AbortSignal>();

/** The client has no time limits, and retries with a warning on the console. This one stops at the limits and never retries. */
export function openS3Client(config: S3Config, { idle }: S3Limits): Client {
  const { endpoint, port, useSSL, accessKey, secretKey, region } = config;
  const { request } = useSSL ? https : http;
  const limited = ((options: https.RequestOptions, answer: (response: http.IncomingMessage) => void) => {
    const signal = deadline.getStore();
    const call = request({ ...options, timeout: idle, ...(signal ? { signal } : {}) }, answer);
    return call.on('timeout', () => unlessHeard(call, () => call.destroy(new Error(`no data for ${idle} ms`))));
  }) as typeof http.request;
  const client = new Client({
    endPoint: endpoint,
    ...(port === undefined ? {} : { port }),
    useSSL,
    accessKey,
    secretKey,
    region,
    transport: { request: limited },
    retryOptions: { disableRetry: true },
  });
  // Over TLS the client leaves bodies unsigned; signed, the store itself refuses what arrives changed or cut short.
  client.enableSHA256 = true;
  return client;
}

/** A process that was kept from reading finds its timers first, and then what has come. */
function unlessHeard(call: http.ClientRequest, giveUp: () => void): void {
  const heard = call.socket?.bytesRead;
  setImmediate(() => (call.socket?.bytesRead === heard ? giveUp() : undefined));
}

/** Runs `call`, and everything it asks of the network, for at most `limit` milliseconds in which this process could hear the answer. */
export async function within<T>(limit: number, call: () => Promise<T>): Promise<T> {
  const late = new AbortController();
  // Not called off with the answer: its bytes may still be on their way.
  afterLoopTime(Math.ceil(limit), () => late.abort());
  const isLate = new Promise<never>((_, reject) => {
    late.signal.addEventListener('abort', () => reject(new Error(`no answer within ${limit} ms`)), { once: true });
  });
  return Promise.race([deadline.run(late.signal, call), isLate]);
}

const ABSENT = new Set(['NotFound', 'NoSuchKey', 'NoSuchBucket']);

export function isAbsent(error: unknown): boolean {
  return error instanceof S3Error && ABSENT.has(error.code ?? '');
}

import type { Readable } from 'node:stream';
import { UploadTruncated } from './upload-refusals';

/** The stream is not destroyed when it is left early: with it would go the connection that carries the refusal. */
export async function* readUpload(stream: Readable): AsyncIterable<Buffer> {
  if (stream.destroyed && !stream.readableEnded) throw new UploadTruncated();
  try {
    yield* stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } catch (error) {
    throw new UploadTruncated(error);
  }
}

/** After a refusal, up to so many bytes more: a sender who is still sending gets to read the answer. */
export function discardRest(stream: Readable, limit: number): void {
  let size = 0;
  stream.on('error', () => undefined);
  stream.on('data', (chunk: Buffer) => {
    size += chunk.byteLength;
    if (size > limit) stream.destroy();
  });
  stream.resume();
}

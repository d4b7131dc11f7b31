import { once } from 'node:events';
import { Readable } from 'node:stream';
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { discardRest, readUpload, TooLarge, UploadTruncated } from '@patravali/documents';
import type { FastifyRequest } from 'fastify';

/** What a form has around a file: boundaries and the headers of its part. */
const AROUND_FILE_BYTES = 16 * 1024;
/** Nothing that would have to be kept. */
const LIMITS = { fields: 4, fieldSize: 1024, fieldNameSize: 100, headerPairs: 20 };

export interface FormFile {
  readonly body: Readable;
  readonly fileName: string;
}

export interface FormLimits {
  /** Files that are looked at; others are passed over. */
  readonly files: number;
  /** Bytes of all of them. */
  readonly bytes: number;
}

/** A body that is no form. */
export class NotForm extends Error {}

/**
 * Hands over the files of a form, one after the other, while they arrive: nothing is kept here.
 * @param take reads the file to its end.
 * @throws NotForm; Refusal `too-large`, `upload-truncated`; what `take` throws, which is not asked again then.
 */
export async function eachFileOfForm(
  { body, headers }: Pick<FastifyRequest, 'body' | 'headers'>,
  limits: FormLimits,
  take: (file: FormFile) => Promise<void>,
): Promise<void> {
  if (!(body instanceof Readable)) throw new NotForm();
  const form = formOf(headers, limits.files);
  const files = new Files(take);
  form.on('file', (_field, file: BusboyFileStream, fileName: string) => files.add({ body: file, fileName }));
  const parsed = once(form, 'finish').catch((error: unknown) => {
    throw new UploadTruncated(error);
  });
  // A form whose files are no longer read never comes to its end.
  const ended = Promise.race([parsed, files.failed]);
  await Promise.all([pour(body, form, limits, files), ended]).catch((error: unknown) => files.fail(asError(error)));
  await files.taken;
  if (files.failure) throw files.failure;
}

/** They are taken in turn, until one fails. */
class Files {
  /** The first of all. */
  failure: Error | null = null;
  taken: Promise<void> = Promise.resolve();
  private readonly failing = Promise.withResolvers<undefined>();
  readonly failed = this.failing.promise;
  private readonly open = new Set<Readable>();

  constructor(private readonly take: (file: FormFile) => Promise<void>) {}

  add(file: FormFile): void {
    const { body } = file;
    // Before whoever reads it.
    body.on('error', (error) => this.fail(new UploadTruncated(error)));
    this.open.add(body);
    this.taken = this.taken.then(async () => {
      if (!this.failure) await this.take(file).catch((error: unknown) => this.fail(asError(error)));
      this.open.delete(body);
    });
  }

  /** Whoever reads one reads no further, and no more are taken. */
  fail(error: Error): void {
    this.failure ??= error;
    this.open.forEach((body) => body.destroy());
    this.failing.resolve(undefined);
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

function formOf(headers: FastifyRequest['headers'], files: number): BusboyInstance {
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      limits: { ...LIMITS, files, parts: files + LIMITS.fields },
    });
  } catch {
    throw new NotForm();
  }
}

async function pour(body: Readable, form: BusboyInstance, { bytes, files }: FormLimits, taking: Files): Promise<void> {
  const limit = bytes + files * AROUND_FILE_BYTES;
  let size = 0;
  try {
    for await (const chunk of readUpload(body)) {
      size += chunk.byteLength;
      if (size > limit) throw new TooLarge(bytes);
      if (!form.write(chunk)) await Promise.race([once(form, 'drain'), taking.failed]);
      if (taking.failure) throw taking.failure;
    }
    form.end();
  } catch (error) {
    if (!(error instanceof UploadTruncated)) discardRest(body, bytes);
    form.destroy();
    throw error;
  }
}

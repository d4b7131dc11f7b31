import { createReadStream } from 'node:fs';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { onBehalfOf } from '@patravali/child-process';
import { type AskedForm, isBundle, type Language, readSelection } from '@patravali/contract';
import { type Attempt, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { FindPerson } from '@patravali/identity';
import { isPassing } from '@patravali/operations';
import { digestOfStream, OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { readerOf } from '../whole-file/reader-of';
import { WholeFilePdf } from '../whole-file/whole-file-pdf';
import type { AskedPdfFailure } from './asked-pdf.entity';
import { Bundles } from './bundles';
import type { MakePdfJob } from './make-pdf-queue';

/** How often the row is told how far it is, and asked whether it is still wanted, in milliseconds. */
const TOLD_EVERY_MS = 1000;
/** What failed so often will fail again. */
const MOST_ATTEMPTS = 4;

const Claimed = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  fileId: z.uuid(),
  userId: z.uuid(),
  postId: z.uuid(),
  form: z.custom<AskedForm>(),
  issueId: z.uuid().nullable(),
  alsoFileIds: z.array(z.uuid()),
  selection: z.string().nullable(),
  language: z.custom<Language>(),
  attempt: z.int(),
});
type Claimed = z.infer<typeof Claimed>;

/**
 * Makes a PDF that somebody asked for, in his name: with what he may read today. Whoever has begun it last may end it, so that one
 * whose first worker died or stood still is made once.
 */
@Injectable()
export class MakePdf {
  private readonly logger = new Logger(MakePdf.name);

  constructor(
    private readonly database: EntityManager,
    private readonly findPerson: FindPerson,
    private readonly wholeFile: WholeFilePdf,
    private readonly bundles: Bundles,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  async execute(job: MakePdfJob, { last }: Attempt): Promise<void> {
    const asked = await this.claim(job);
    if (!asked) return;
    const progress = new Progress(this.database, asked);
    try {
      const actor = await readerOf(this.findPerson, asked);
      const asker = { person: asked.userId, operation: 'askForPdf', signal: progress.signal };
      await onBehalfOf(asker, () => this.make(actor, asked, progress));
    } catch (error) {
      if (!progress.signal.aborted) await this.fail(asked, error, last);
    } finally {
      progress.stop();
    }
  }

  /** Null when it is ready or cancelled, or was deleted. */
  private async claim({ organisationId, id }: MakePdfJob): Promise<Claimed | undefined> {
    const [claimed] = await select(
      this.database,
      Claimed,
      `UPDATE asked_pdf SET state = 'making', attempt = attempt + 1, done = 0
       WHERE organisation_id = $1 AND id = $2 AND state IN ('waiting', 'making')
       RETURNING id, organisation_id AS "organisationId", file_id AS "fileId", user_id AS "userId", post_id AS "postId", form, issue_id AS "issueId",
         also_file_ids AS "alsoFileIds", selection, language, attempt`,
      [organisationId, id],
    );
    return claimed;
  }

  private async make(actor: Actor, asked: Claimed, progress: Progress): Promise<void> {
    const { id: askedId, fileId, alsoFileIds, form, issueId, language, selection } = asked;
    const options = { language, signal: progress.signal, onProgress: (done: number) => progress.tell(done) };
    const made = isBundle(form)
      ? await this.bundles.make(actor, [fileId, ...alsoFileIds], {
          ...options,
          askedId,
          issueId,
          forRti: form === 'rti_bundle',
        })
      : await this.wholeFile.execute(actor, fileId, {
          ...options,
          inBackground: true,
          selection: selection === null ? null : readSelection(selection),
        });
    try {
      const digest = await digestOfStream(createReadStream(made.path));
      await this.store.take({ ...digest, path: made.path });
      await this.database.query(
        `UPDATE asked_pdf SET state = 'ready', done = total, sha256 = $3, size = $4, ended_at = office_now() WHERE ${STILL}`,
        [asked.id, asked.attempt, digest.sha256, digest.size],
      );
    } finally {
      await made.dispose();
    }
  }

  /** What another attempt may mend is thrown again, for the queue to repeat it. */
  private async fail({ id, attempt }: Claimed, error: unknown, last: boolean): Promise<void> {
    const why =
      error instanceof Error
        ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`
        : String(error);
    this.logger.warn(`attempt ${attempt} at a PDF failed: ${why}`);
    if (isPassing(error) && !last && attempt < MOST_ATTEMPTS) throw error;
    const { code, params } = error instanceof Refusal ? error : UNKNOWN;
    await this.database.query(
      `UPDATE asked_pdf SET state = 'failed', failure = $3, ended_at = office_now() WHERE ${STILL}`,
      [id, attempt, JSON.stringify({ code, params } satisfies AskedPdfFailure)],
    );
  }
}

const UNKNOWN: AskedPdfFailure = { code: 'typesetter-unavailable', params: {} };
/** This attempt is the last, and nobody has cancelled it. */
const STILL = `id = $1 AND attempt = $2 AND state = 'making'`;

/** Tells the row how far it is, at most once a second, and stops the work when nobody wants it any more. */
class Progress {
  private readonly stopping = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private done = 0;

  constructor(
    private readonly database: EntityManager,
    private readonly asked: Claimed,
  ) {
    this.timer = setInterval(() => void this.write(), TOLD_EVERY_MS).unref();
  }

  get signal(): AbortSignal {
    return this.stopping.signal;
  }

  /** Never less than before: a letter that killed its process has the binding begin anew. */
  tell(done: number): void {
    this.done = Math.max(this.done, done);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** A database that does not answer stops nothing: it is asked again in a second. */
  private async write(): Promise<void> {
    const { id, attempt } = this.asked;
    const still = await select(
      this.database,
      z.object({ id: z.uuid() }),
      `UPDATE asked_pdf SET done = LEAST(total, $3::integer) WHERE ${STILL} RETURNING id`,
      [id, attempt, this.done],
    ).catch(() => [null]);
    if (still.length === 0) this.stopping.abort(new Error('nobody wants it any more'));
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type AskedForm,
  type FileSelection,
  type Language,
  type PdfAsked,
  sizeOf,
  writeSelection,
} from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Issue } from '@patravali/letters';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { refuseOutside } from '../whole-file/select-part';
import { AskedPdf } from './asked-pdf.entity';
import { lockFiles } from './lock-files';
import { refuseBundleOfAssistant } from './refuse-bundle-of-assistant';
import { MAKE_PDF } from './make-pdf-queue';

/** So many of one person may wait or be made at once. */
const MOST_RUNNING = 3;

/** So long a PDF is kept from when it was asked for. */
const KEPT = '7 days';

/** A bundle for a stranger says itself who had it made, so the event of its asking has a name of its own. */
const ASKED = { pdf: 'file.pdf_asked', bundle: 'file.bundle_asked', rti_bundle: 'file.rti_bundle_asked' } as const;

const RUNNING = z.object({ id: z.uuid(), same: z.boolean() });

export interface AskForPdfOptions {
  readonly language: Language;
  /** The PDF unless said otherwise. */
  readonly form?: AskedForm;
  /** The letter of this file of which the bundle is; of all of the file unless said otherwise. */
  readonly issueId?: string | null;
  /** Files that lie in the bundle besides; none unless said otherwise. */
  readonly alsoFileIds?: readonly string[];
  /** What of the file; null for all of it, as a bundle always is. */
  readonly selection: FileSelection | null;
}

/** Has a PDF of a file, or an evidence bundle of it and others, made in the background, for the person who asks. It is recorded among the events of the file. */
@Injectable()
export class AskForPdf {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Asked for again while it is being made, it is the same one. A bundle is no PDF of what one reads: it proves something to strangers,
   * which an assistant does not do.
   * @throws Refusal `not-found` for whoever may not read each file and for a letter that did not go out from it, `selection-not-on-file`, `too-many-pdfs`, `not-for-assistants`.
   */
  execute(
    actor: Actor,
    fileId: string,
    { language, form = 'pdf', issueId = null, alsoFileIds: others = [], selection }: AskForPdfOptions,
  ): Promise<PdfAsked> {
    return this.transactions.run(actor, async (tx) => {
      const alsoFileIds = others.filter((id) => id !== fileId.toLowerCase()).sort();
      const files = await lockFiles(tx, actor, [fileId, ...alsoFileIds]);
      refuseBundleOfAssistant(actor, form);
      const present = presentOn(files);
      if (selection) refuseOutside(selection, present);
      const letter = issueId === null ? null : await letterOf(tx, { id: issueId, fileId });
      const { organisationId, userId, postId } = actor;
      const written = selection && writeSelection(selection);
      const wanted = { organisationId, userId, fileId, language, form, issueId, alsoFileIds, selection: written };
      const id = (await runningLike(tx, wanted)) ?? uuidv7();
      const { pages, notes } = selection ?? present;
      const total = sizeOf(pages) + sizeOf(notes);
      // Beside one that is the same nothing is written, and no job is needed.
      await tx.execute(
        `INSERT INTO asked_pdf (id, organisation_id, user_id, post_id, file_id, language, form, issue_id, also_file_ids, selection, total, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, office_now() + INTERVAL '${KEPT}') ON CONFLICT (id) DO NOTHING`,
        [id, organisationId, userId, postId, fileId, language, form, issueId, alsoFileIds, written, Math.max(total, 1)],
      );
      await tx.enqueue(MAKE_PDF, { organisationId, id });
      const part = letter ? { issueId: letter.id, number: letter.number } : { selection: written };
      // A command is one event. Of the other files it is told by their readings, when somebody takes the bundle.
      const data = { ...part, ...(alsoFileIds.length > 0 && { files: files.length, alsoFileIds }) };
      await tx.record(ASKED[form], fileId, { relatedId: id, data });
      return { id };
    });
  }
}

/** Letters and notes are numbered without a gap; whether a page has been taken out since is told when it is made. */
const presentOn = (files: readonly FileCustody[]): FileSelection => ({
  pages: files.filter(({ pages }) => pages > 0).map(({ pages }) => ({ first: 1, last: pages })),
  notes: files.filter(({ notes }) => notes > 0).map(({ notes }) => ({ first: 1, last: notes })),
});

/** @throws Refusal `not-found` */
async function letterOf(tx: Transaction, wanted: Pick<Issue, 'id' | 'fileId'>): Promise<Issue> {
  const letter = await tx.find(Issue, { ...wanted, state: 'issued' });
  if (!letter) throw new Refusal('not-found');
  return letter;
}

type Wanted = Pick<
  AskedPdf,
  'organisationId' | 'userId' | 'fileId' | 'language' | 'form' | 'issueId' | 'alsoFileIds' | 'selection'
>;

/** One that is being made already. @throws Refusal `too-many-pdfs` */
async function runningLike(tx: Transaction, wanted: Wanted): Promise<string | undefined> {
  const { organisationId, userId, fileId, language, form, issueId, alsoFileIds, selection } = wanted;
  const running = await tx.select(
    RUNNING,
    `SELECT id, file_id = $3 AND language = $4 AND form = $5 AND issue_id IS NOT DISTINCT FROM $6
       AND selection IS NOT DISTINCT FROM $7 AND also_file_ids = $8::uuid[] AS same FROM asked_pdf
     WHERE organisation_id = $1 AND user_id = $2 AND state IN ('waiting', 'making') AND expires_at > office_now()`,
    [organisationId, userId, fileId, language, form, issueId, selection, alsoFileIds],
  );
  const same = running.find((each) => each.same);
  if (!same && running.length >= MOST_RUNNING) throw new Refusal('too-many-pdfs', { count: running.length });
  return same?.id;
}

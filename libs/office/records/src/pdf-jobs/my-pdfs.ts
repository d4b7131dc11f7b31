import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { ASKED_FORMS, isBundle, type Language, MyPdf } from '@patravali/contract';
import { mayReadFile } from '@patravali/custody';
import { Parameters, projection, select } from '@patravali/database';
import { type NamedBytes } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { FILES, type FollowsGrading } from '@patravali/files';
import { countReading } from '@patravali/ledger';
import { numberOfIssue } from '@patravali/letters';
import { translateRefusal } from '@patravali/messages';
import { toSha256 } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { AskedPdfFailure } from './asked-pdf.entity';

/** More than anybody asks for in the days for which they are kept. */
const MOST_SHOWN = 100;

const MY_PDF = projection(MyPdf.omit({ failure: true }).extend({ failed: z.custom<AskedPdfFailure>().nullable() }), {
  id: 'p.id',
  fileId: 'p.file_id',
  fileNumber: 'f.number',
  subject: 'f.subject',
  form: 'p.form',
  issueNumber: numberOfIssue('p.organisation_id', 'p.issue_id'),
  alsoFiles: 'cardinality(p.also_file_ids)',
  selection: 'p.selection',
  language: 'p.language',
  state: 'p.state',
  done: 'p.done',
  total: 'p.total',
  size: 'p.size::double precision',
  askedAt: 'p.asked_at',
  endedAt: 'p.ended_at',
  expiresAt: 'p.expires_at',
  failed: 'p.failure',
});

const READY = z.object({
  fileId: z.uuid(),
  sha256: z.string().nullable(),
  size: z.number().nullable(),
  number: z.string(),
  form: z.enum(ASKED_FORMS),
  issueNumber: z.string().nullable(),
  alsoFileIds: z.array(z.uuid()),
  selection: z.string().nullable(),
});

/** The PDFs that a person has asked for, of files that he may still read from the post he acts from. */
@Injectable()
export class MyPdfs {
  constructor(private readonly database: EntityManager) {}

  /** The newest first. */
  async list(actor: Actor, language: Language): Promise<MyPdf[]> {
    const parameters = new Parameters();
    const rows = await select(
      this.database,
      MY_PDF.row,
      `SELECT ${MY_PDF.columns} FROM ${mine(actor, parameters)} ORDER BY p.asked_at DESC, p.id DESC LIMIT ${MOST_SHOWN}`,
      parameters.values,
    );
    return rows.map(({ failed, ...row }) => ({
      ...row,
      failure: failed && translateRefusal(language, failed.code, failed.params),
    }));
  }

  /** What `DocumentBytes` opens: with this it is printed or bundled. @throws Refusal `not-found` for what is not this person's, `pdf-not-ready`. */
  async ready(actor: Actor, id: string): Promise<NamedBytes> {
    const parameters = new Parameters();
    const [row] = await select(
      this.database,
      READY,
      `SELECT p.file_id AS "fileId", p.sha256, p.size::double precision AS size, f.number, p.form,
         ${numberOfIssue('p.organisation_id', 'p.issue_id')} AS "issueNumber",
         p.also_file_ids AS "alsoFileIds", p.selection
       FROM ${mine(actor, parameters)}
       AND p.id = ${parameters.bind(id)}`,
      parameters.values,
    );
    if (!row) throw new Refusal('not-found');
    const { fileId, alsoFileIds, sha256, size, number, form, issueNumber, selection } = row;
    if (sha256 === null || size === null) throw new Refusal('pdf-not-ready');
    const part = issueNumber ?? selection ?? undefined;
    for (const id of [fileId, ...alsoFileIds]) {
      const reading = { item: { kind: 'file', id }, act: isBundle(form) ? 'bundled' : 'printed', part } as const;
      await countReading(this.database, actor, reading);
    }
    const others = alsoFileIds.length > 0 && `+${alsoFileIds.length}`;
    const name = [issueNumber ?? number, selection, others, form === 'rti_bundle' && 'RTI'].filter(Boolean).join(' ');
    const fileName = `${name}.${isBundle(form) ? 'zip' : 'pdf'}`;
    return { sha256: toSha256(sha256), size, fileName };
  }
}

/** With the conditions that hold for all of them. */
const mine = (actor: Actor, parameters: Parameters): string => `${FILES}
  JOIN asked_pdf p ON p.organisation_id = f.organisation_id AND p.file_id = f.id
  WHERE p.organisation_id = ${parameters.bind(actor.organisationId)} AND p.user_id = ${parameters.bind(actor.userId)}
    AND p.expires_at > office_now() AND ${mayReadFile(actor, parameters)} AND NOT EXISTS (
      SELECT FROM unnest(p.also_file_ids) also (file_id) WHERE NOT EXISTS (
        SELECT FROM ${FILES} WHERE f.organisation_id = p.organisation_id AND f.id = also.file_id AND ${mayReadFile(actor, parameters)}))`;

/** Whoever asked for a PDF opens it as long as he may read its files: with a higher grading the rule above does it all. */
export const PDFS_FOLLOW_GRADING: FollowsGrading = {
  counted: `(SELECT count(DISTINCT p.id)::int FROM going JOIN asked_pdf p ON p.organisation_id = going.organisation_id
    AND (p.file_id = going.file_id OR going.file_id = ANY (p.also_file_ids)) AND p.expires_at > office_now()
    AND p.post_id <> ALL (going.held))`,
};

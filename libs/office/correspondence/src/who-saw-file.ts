import { Injectable } from '@nestjs/common';
import { type Actor, authorizeAction } from '@patravali/authorization';
import type { PageRows, SeenLine, WhoSawQuery } from '@patravali/contract';
import { CUSTODY, CUSTODY_FACTS, custodyFrom, listWhoSaw, mayReadFile } from '@patravali/custody';
import { Parameters, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { CORRESPONDENCE } from './on-file/office-copies';

/** Who has seen a file and the letters on it, or one of these: for its holder and the auditor. */
@Injectable()
export class WhoSawFile {
  constructor(private readonly database: EntityManager) {}

  /** The latest first. @throws Refusal `not-found` for whoever may not read the file, and for a document that does not lie on it; `not-allowed`. */
  @Serves('listWhoSawFile')
  async execute(actor: Actor, fileId: string, { documentId, ...query }: WhoSawQuery): Promise<PageRows<SeenLine>> {
    const facts = new Parameters();
    const [row] = await select(
      this.database,
      CUSTODY_FACTS.row,
      `SELECT ${CUSTODY_FACTS.columns} FROM ${CUSTODY} WHERE c.file_id = ${facts.bind(fileId)} AND ${mayReadFile(actor, facts)}
         AND ${documentId === undefined ? 'true' : liesOnFile(facts.bind(documentId))}`,
      facts.values,
    );
    if (!row) throw new Refusal('not-found');
    authorizeAction(actor, 'list_who_saw', custodyFrom(row));
    const parameters = new Parameters();
    const { organisationId } = actor;
    const [office, file] = [parameters.bind(organisationId), parameters.bind(fileId)];
    const letters = `SELECT 'document' AS kind, k.document_id AS id FROM ${CORRESPONDENCE}
      WHERE k.organisation_id = ${office} AND k.file_id = ${file}`;
    const things =
      documentId === undefined
        ? `SELECT 'file' AS kind, ${file}::uuid AS id UNION ${letters} AND k.document_id IS NOT NULL`
        : `${letters} AND k.document_id = ${parameters.bind(documentId)} LIMIT 1`;
    return await listWhoSaw(this.database, { organisationId, parameters, things }, query);
  }
}

const liesOnFile = (documentId: string): string => `EXISTS (SELECT FROM ${CORRESPONDENCE}
  WHERE k.organisation_id = c.organisation_id AND k.file_id = c.file_id AND k.document_id = ${documentId})`;

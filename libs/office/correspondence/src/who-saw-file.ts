import { Injectable } from '@nestjs/common';
import { type Actor, authorizeAction, Parameters } from '@patravali/authorization';
import type { PageQuery, PageRows, SeenLine } from '@patravali/contract';
import { CUSTODY, CUSTODY_FACTS, custodyFrom, listWhoSaw, mayReadFile } from '@patravali/custody';
import { select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { EntityManager } from 'typeorm';
import { CORRESPONDENCE } from './office-copies';

/** Who has seen a file, or a letter on it: for its holder and the auditor. */
@Injectable()
export class WhoSawFile {
  constructor(private readonly database: EntityManager) {}

  /** The latest first. @throws Refusal `not-found` for whoever may not read the file; `not-allowed`. */
  async execute(actor: Actor, fileId: string, query: PageQuery): Promise<PageRows<SeenLine>> {
    const facts = new Parameters();
    const [row] = await select(
      this.database,
      CUSTODY_FACTS.row,
      `SELECT ${CUSTODY_FACTS.columns} FROM ${CUSTODY} WHERE c.file_id = ${facts.bind(fileId)} AND ${mayReadFile(actor, facts)}`,
      facts.values,
    );
    if (!row) throw new Refusal('not-found');
    authorizeAction(actor, 'list_who_saw', custodyFrom(row));
    const parameters = new Parameters();
    const { organisationId } = actor;
    const [office, file] = [parameters.bind(organisationId), parameters.bind(fileId)];
    const things = `SELECT 'file' AS kind, ${file}::uuid AS id
      UNION SELECT 'document', k.document_id FROM ${CORRESPONDENCE}
      WHERE k.organisation_id = ${office} AND k.file_id = ${file} AND k.document_id IS NOT NULL`;
    return await listWhoSaw(this.database, { organisationId, parameters, things }, query);
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type FindReferred as FindReferredQuery, Referred } from '@patravali/contract';
import { mayReadFile } from '@patravali/custody';
import { Parameters, select, type SqlRunner } from '@patravali/database';
import { FILE_ROW, FILES } from '@patravali/files';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { issueFilter, ISSUES } from './register/issue-abilities';
import { issuesOf, numberOnLetter } from './register/issue-rows';

const NOTHING: Referred = { files: [], issues: [] };

/** What notes refer to although it lies on no sheet of their file: other files, and letters that went out before. */
@Injectable()
export class FindReferred {
  constructor(private readonly database: EntityManager) {}

  /** Those that the actor may read; of the others nothing, whether they exist or not. One statement. */
  @Serves('findReferred')
  async execute(actor: Actor, { files, issues }: FindReferredQuery): Promise<Referred> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const ids = (list?: string) => `${bind(list?.split(',') ?? [])}::uuid[]`;
    const { number, subject } = FILE_ROW.expressions;
    const [found] = await select(
      this.database,
      Referred,
      `SELECT (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', f.id, 'number', ${number}, 'subject', ${subject})), '[]')
          FROM ${FILES} WHERE f.organisation_id = ${bind(actor.organisationId)} AND f.id = ANY (${ids(files)})
            AND ${mayReadFile(actor, parameters)}) AS files,
        (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', i.id, 'number', ${numberOnLetter('i')}, 'subject', i.subject,
            'issuedOn', i.issued_on)), '[]')
          FROM ${ISSUES} WHERE ${issuesOf(actor, parameters)} AND i.id = ANY (${ids(issues)})
            AND ${issueFilter(actor.ability, parameters)}) AS issues`,
      parameters.values,
    );
    return found ?? NOTHING;
  }
}

/** Which of these letters the actor may read: notes refer to them. */
export async function readableIssues(
  database: SqlRunner,
  actor: Actor,
  issueIds: readonly string[],
): Promise<string[]> {
  const parameters = new Parameters();
  const rows = await select(
    database,
    z.object({ id: z.uuid() }),
    `SELECT i.id FROM ${ISSUES} WHERE ${issuesOf(actor, parameters)} AND i.id = ANY (${parameters.bind(issueIds)})
       AND ${issueFilter(actor.ability, parameters)}`,
    parameters.values,
  );
  return rows.map(({ id }) => id);
}

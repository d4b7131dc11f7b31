import type { Actor } from '@patravali/authorization';
import { subjectsOnFile } from '@patravali/correspondence';
import { CUSTODY, mayReadFile } from '@patravali/custody';
import { Parameters, projection, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { countReading } from '@patravali/ledger';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { refuseNonAuditor } from './refuse-non-auditor';

const SUBJECTS = projection(z.object({ others: z.array(z.uuid()), graded: z.boolean() }), {
  others: subjectsOnFile('c.organisation_id', 'c.file_id'),
  graded: `c.grading <> 'normal'`,
});

/**
 * The file and what lies on it, whose events its evidence bundle would hold: one statement, and one more of a file graded above normal.
 * @throws Refusal `not-found` for whoever may not read the file; `not-allowed` for all but auditors.
 */
export async function auditedSubjects(dataSource: DataSource, actor: Actor, fileId: string): Promise<string[]> {
  const parameters = new Parameters();
  const [file] = await select(
    dataSource,
    SUBJECTS.row,
    `SELECT ${SUBJECTS.columns} FROM ${CUSTODY}
     WHERE c.file_id = ${parameters.bind(fileId)} AND ${mayReadFile(actor, parameters)}`,
    parameters.values,
  );
  if (!file) throw new Refusal('not-found');
  refuseNonAuditor(actor);
  if (file.graded) await countReading(dataSource, actor, { item: { kind: 'file', id: fileId }, act: 'opened' });
  return [fileId, ...file.others];
}

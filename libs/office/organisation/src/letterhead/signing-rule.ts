import { SigningRule } from '@patravali/contract';
import { projection, select, type SqlRunner } from '@patravali/database';

const RULE = projection(SigningRule, { signedForms: 'office.signed_forms', signedNotes: 'office.signed_notes' });

/** Which forms of letters officers sign, and whether authors sign their notes. */
export async function officeSigningRule(database: SqlRunner, organisationId: string): Promise<SigningRule> {
  const [rule] = await select(
    database,
    RULE.row,
    `SELECT ${RULE.columns} FROM organisation office WHERE office.id = $1`,
    [organisationId],
  );
  if (!rule) throw new Error(`There is no organisation ${organisationId}`);
  return rule;
}

/** The same as a fragment, from the expression of the id of an organisation. */
export const signedForms = (organisationId: string): string =>
  `(SELECT office.signed_forms FROM organisation office WHERE office.id = ${organisationId})`;

/** Whether authors sign their notes, from the expression of the id of an organisation. */
export const notesAreSigned = (organisationId: string): string =>
  `(SELECT office.signed_notes FROM organisation office WHERE office.id = ${organisationId})`;

import { SigningRule } from '@patravali/contract';
import { projection, select, type SqlRunner } from '@patravali/database';

const RULE = projection(SigningRule, {
  signedForms: 'office.signed_forms',
  signedNotes: 'office.signed_notes',
  refusesUnchecked: 'COALESCE(office.refuses_unchecked, false)',
});

/** Which forms of letters officers sign, whether authors sign their notes, and what holds while nobody says that a certificate is not revoked. */
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

/** Whether nothing is signed while nobody says that its certificate is not revoked, from the expression of the id of an organisation. */
export const refusesUnchecked = (organisationId: string): string =>
  `(SELECT COALESCE(office.refuses_unchecked, false) FROM organisation office WHERE office.id = ${organisationId})`;

/** Whether it is an office that does not exist, from the expression of the id of an organisation. */
export const isDemoOffice = (organisationId: string): string =>
  `(SELECT office.demo FROM organisation office WHERE office.id = ${organisationId})`;

import type { SealedTable, SubjectKind } from '@patravali/ledger';

/** What hangs on one of these belongs to the file on which that is. */
const ON_A_FILE = {
  issue_id: 'SELECT file_id FROM issue WHERE id = t.issue_id',
  draft_id: 'SELECT file_id FROM draft WHERE id = t.draft_id',
  comment_id: 'SELECT d.file_id FROM draft_comment c JOIN draft d ON d.id = c.draft_id WHERE c.id = t.comment_id',
} as const;
const OF_FILES = {
  issue_id: 't.issue_id IN (SELECT id FROM issue WHERE organisation_id = $1 AND file_id = ANY ($2::uuid[]))',
  draft_id: 't.draft_id IN (SELECT id FROM draft WHERE organisation_id = $1 AND file_id = ANY ($2::uuid[]))',
  comment_id: `t.comment_id IN (SELECT c.id FROM draft_comment c JOIN draft d ON d.id = c.draft_id
    WHERE d.organisation_id = $1 AND d.file_id = ANY ($2::uuid[]))`,
} as const;
type Hook = keyof typeof ON_A_FILE;
const HOOKS = Object.keys(ON_A_FILE) as Hook[];
const hookOf = ({ columns }: SealedTable) => HOOKS.find((hook) => columns.includes(hook));

/** The tables whose rows are themselves subjects. */
const SUBJECTS: Readonly<Record<string, SubjectWithRows>> = {
  office_file: 'file',
  receipt: 'receipt',
  document: 'document',
};

/** Kinds of subjects whose rows are told apart; all others are the organisation's. */
export type SubjectWithRows = 'file' | 'receipt' | 'document' | 'organisation';

/** The subjects of this kind to which a row `t` may belong, in SQL; null when no row of the table does. */
export function subjectOfRow(table: SealedTable, kind: SubjectWithRows): string | null {
  const { name, columns } = table;
  const own = SUBJECTS[name];
  if (own) return own === kind ? 't.id' : null;
  const hook = hookOf(table);
  const [ofFile, ofReceipt] = [
    columns.includes('file_id'),
    ['movement', 'receipt_copy', 'receipt_enclosure'].includes(name),
  ];
  if (kind === 'file') return ofFile ? 't.file_id' : hook ? `(${ON_A_FILE[hook]})` : null;
  if (kind === 'receipt') return ofReceipt ? 't.receipt_id' : null;
  if (kind === 'organisation' && !ofFile && !ofReceipt && !hook)
    return name === 'organisation' ? 't.id' : 't.organisation_id';
  return null;
}

/**
 * Which rows `t` of a table belong to the subjects $2 of the organisation $1, all of this kind. Those of the organisation itself are
 * its people, posts and units, which events name.
 */
export function rowsOfSubjects(table: SealedTable, kind: SubjectKind): string {
  if (kind !== 'file' && kind !== 'receipt' && kind !== 'document' && kind !== 'organisation') return 'false';
  const hook = hookOf(table);
  if (kind === 'file' && hook && !table.columns.includes('file_id')) return OF_FILES[hook];
  const subject = subjectOfRow(table, kind);
  return subject ? `${subject} = ANY ($2::uuid[])` : 'false';
}

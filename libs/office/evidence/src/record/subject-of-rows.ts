import { COMMENTS_ON_FILES, DRAFTS_ON_FILES, FILE_OF_COMMENT, FILE_OF_DRAFT } from '@patravali/drafts';
import { FILE_OF_LETTER, LETTERS_ON_FILES } from '@patravali/letters';
import type { SealedTable, SubjectKind } from '@patravali/ledger';

/** What hangs on one of these belongs to the file on which that is. */
const FILES_OF = { issue_id: FILE_OF_LETTER, draft_id: FILE_OF_DRAFT, comment_id: FILE_OF_COMMENT } as const;
const ON_FILES = { issue_id: LETTERS_ON_FILES, draft_id: DRAFTS_ON_FILES, comment_id: COMMENTS_ON_FILES } as const;
type Hook = keyof typeof FILES_OF;
const HOOKS = Object.keys(FILES_OF) as Hook[];
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
  const [ofFile, ofReceipt] = [columns.includes('file_id'), columns.includes('receipt_id')];
  if (kind === 'file') return ofFile ? 't.file_id' : hook ? `(${FILES_OF[hook]})` : null;
  if (kind === 'receipt') return ofReceipt ? 't.receipt_id' : null;
  if (kind === 'organisation' && !ofFile && !ofReceipt && !hook)
    return name === 'organisation' ? 't.id' : 't.organisation_id';
  return null;
}

/**
 * Which rows `t` of a table belong to the subjects $2 of the organisation $1, all of this kind; null: none. Those of the organisation
 * itself are its people, posts and units, which events name.
 */
export function rowsOfSubjects(table: SealedTable, kind: SubjectKind): string | null {
  if (kind !== 'file' && kind !== 'receipt' && kind !== 'document' && kind !== 'organisation') return null;
  const hook = hookOf(table);
  if (kind === 'file' && hook && !table.columns.includes('file_id')) return `t.${hook} IN (${ON_FILES[hook]})`;
  const subject = subjectOfRow(table, kind);
  return subject && `${subject} = ANY ($2::uuid[])`;
}

import { type EventRow, type NamedRow, tableOfRow } from '@patravali/ledger';
import { z } from 'zod';

/** Whose rows a bundle holds. */
export interface RowScope {
  readonly fileIds: readonly string[];
  /** The receipts and documents on the files. */
  readonly subjectIds: readonly string[];
  /** What it is about instead: a letter with its documents. */
  readonly letterIds: readonly string[] | null;
}

/**
 * The tables whose rows whoever reads a file is shown, on the page and as a PDF. Drafts, comments, letterheads and links to other files
 * are not among them.
 */
const SHOWN: Readonly<Record<string, true>> = {
  clock_stop: true,
  consultation: true,
  consulted_post: true,
  correspondence: true,
  dispatch: true,
  document: true,
  draft_approval: true,
  file_custody: true,
  file_opening: true,
  file_recall: true,
  file_reminder: true,
  issue: true,
  issue_recipient: true,
  issue_withdrawal: true,
  letter_enclosure: true,
  letter_signatory: true,
  letter_signature: true,
  movement: true,
  note: true,
  note_participant: true,
  note_signature: true,
  office_file: true,
  parking_line: true,
  participant_answer: true,
  receipt: true,
  receipt_enclosure: true,
};

/** By which columns a row hangs on something. */
const HOOKS = ['id', 'file_id', 'receipt_id', 'issue_id', 'draft_id'] as const;

const Fields = z.record(z.string(), z.unknown());
type Fields = z.infer<typeof Fields>;

/** The names of the rows that events tell of and that may be shown. */
export function shownNames(events: readonly EventRow[]): string[] {
  const lines = events.flatMap(({ rows }) => rows?.trimEnd().split('\n') ?? []);
  return [...new Set(lines.map(nameOfLine))].filter((name) => SHOWN[tableOfRow(name)]);
}

/** Behind the number and the hash. */
const nameOfLine = (line: string): string => line.split(' ').slice(2).join(' ');

/** Of these rows those that belong to what the bundle is of: they hang on it, or on something that does. */
export function rowsInScope(rows: readonly NamedRow[], { fileIds, subjectIds, letterIds }: RowScope): NamedRow[] {
  const ids = new Set<unknown>(letterIds ?? [...fileIds, ...subjectIds]);
  // A file that is in the bundle may have written rows of another.
  const isElsewhere = ({ file_id: fileId }: Fields) =>
    letterIds === null && typeof fileId === 'string' && !fileIds.includes(fileId);
  let waiting = rows.map((row) => ({ row, fields: fieldsOf(row) })).filter(({ fields }) => !isElsewhere(fields));
  const found: NamedRow[] = [];
  for (let before = -1; before < found.length;) {
    before = found.length;
    const hanging = waiting.filter(({ fields }) => HOOKS.some((hook) => ids.has(fields[hook])));
    waiting = waiting.filter((each) => !hanging.includes(each));
    for (const { row, fields } of hanging) {
      found.push(row);
      for (const id of [fields.id, fields.draft_id, fields.document_id]) if (id !== undefined) ids.add(id);
    }
  }
  return found;
}

export interface NamedThings {
  readonly userIds: ReadonlySet<string>;
  readonly postIds: ReadonlySet<string>;
  readonly unitIds: ReadonlySet<string>;
  readonly documentIds: ReadonlySet<string>;
}

/** People, posts, units and documents that events and rows name, without which nobody can read them. */
export function thingsNamedBy(events: readonly EventRow[], rows: readonly NamedRow[]): NamedThings {
  const fields = rows.flatMap((row) => Object.entries(fieldsOf(row)));
  const idsIn = (column: RegExp) =>
    fields.flatMap(([name, value]) => (column.test(name) && typeof value === 'string' ? [value] : []));
  const present = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null);
  return {
    userIds: new Set([...present(events.map(({ userId }) => userId)), ...idsIn(/(?:^|_)user_id$/)]),
    postIds: new Set([...present(events.map(({ postId }) => postId)), ...idsIn(/(?:^|_)post_id$/)]),
    unitIds: new Set(idsIn(/(?:^|_)unit_id$/)),
    documentIds: new Set(idsIn(/^document_id$/)),
  };
}

const fieldsOf = ({ text }: NamedRow): Fields => Fields.parse(JSON.parse(text));

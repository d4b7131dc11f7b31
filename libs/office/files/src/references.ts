import type { Inline, StructuredText } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import type { FileCustody } from './file-custody.entity';

type Reference = Extract<Inline, { type: 'reference' }>;

/**
 * Refuses a note that refers to what is not on the file: its addresses are permanent, so a wrong one would stay wrong
 * for good.
 */
export async function refuseBrokenReferences(
  tx: Transaction,
  custody: FileCustody,
  text: StructuredText,
): Promise<void> {
  const references = referencesIn(text);
  if (references.length === 0) return;
  const [notes, drafts] = await Promise.all([
    paragraphsOf(tx, custody, noteNumbers(references)),
    draftsOf(tx, custody, draftIds(references)),
  ]);
  const broken = references.find((reference) => !exists(reference, custody, notes, drafts));
  if (broken) throw new Refusal('reference-to-nowhere', { label: broken.label });
}

function referencesIn(text: StructuredText): Reference[] {
  return text.paragraphs.flatMap(({ children }) => children.filter((inline) => inline.type === 'reference'));
}

function exists(
  { to }: Reference,
  custody: FileCustody,
  notes: ReadonlyMap<number, { first: number; last: number }>,
  drafts: ReadonlySet<string>,
): boolean {
  if (to.kind === 'correspondence') return to.page <= custody.pages;
  if (to.kind === 'draft') return drafts.has(to.draftId);
  const note = notes.get(to.note);
  return (
    note !== undefined && (to.paragraph === undefined || (to.paragraph >= note.first && to.paragraph <= note.last))
  );
}

function noteNumbers(references: Reference[]): number[] {
  return references.flatMap(({ to }) => (to.kind === 'note' ? [to.note] : []));
}

function draftIds(references: Reference[]): string[] {
  return references.flatMap(({ to }) => (to.kind === 'draft' ? [to.draftId] : []));
}

async function paragraphsOf(tx: Transaction, { organisationId, fileId }: FileCustody, numbers: number[]) {
  const rows = await tx.query<{ number: number; first: number | null; paragraphs: number }>(
    `SELECT number, first_paragraph AS first, paragraphs FROM note
     WHERE organisation_id = $1 AND file_id = $2 AND number = ANY ($3)`,
    [organisationId, fileId, numbers],
  );
  return new Map(
    rows.map(({ number, first, paragraphs }) => [number, { first: first ?? 1, last: (first ?? 1) + paragraphs - 1 }]),
  );
}

async function draftsOf(tx: Transaction, { organisationId, fileId }: FileCustody, ids: string[]) {
  const rows = await tx.query<{ id: string }>(
    'SELECT id FROM draft WHERE organisation_id = $1 AND file_id = $2 AND id = ANY ($3)',
    [organisationId, fileId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

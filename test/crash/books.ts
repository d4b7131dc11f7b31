import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';

export interface Count {
  readonly files: number;
  readonly movements: number;
  readonly notes: number;
  readonly events: number;
  readonly issues: number;
  readonly documents: number;
  readonly receipts: number;
}

/** How much stands in the office's books. */
export async function countBooks(database: Client): Promise<Count> {
  const { rows } = await database.query<Count>(`
    SELECT (SELECT count(*)::int FROM office_file) AS files, (SELECT count(*)::int FROM movement) AS movements,
           (SELECT count(*)::int FROM note) AS notes,
           (SELECT count(*)::int FROM event WHERE subject_kind NOT IN ('user', 'readings')
             AND name NOT IN ('organisation.record_checked', 'organisation.rows_sealed')) AS events,
           (SELECT count(*)::int FROM issue WHERE state = 'issued') AS issues, (SELECT count(*)::int FROM document) AS documents,
           (SELECT count(*)::int FROM receipt) AS receipts`);
  if (!rows[0]) throw new Error('The books cannot be counted');
  return rows[0];
}

export interface Journey {
  readonly fileId: string;
  readonly holder: string;
  /** Where each movement went, in order. */
  readonly to: readonly string[];
  readonly movements: readonly number[];
  readonly notes: readonly number[];
  readonly paragraphs: readonly number[];
}

/** Each file's movements and notes, as their numbers run. */
export async function journeys(database: Client): Promise<Journey[]> {
  const { rows } = await database.query<Journey>(`
    SELECT file_id AS "fileId", holder_post_id AS holder,
           ARRAY(SELECT to_post_id::text FROM movement m WHERE m.file_id = c.file_id AND m.kind = 'forwarded' ORDER BY sequence) AS "to",
           ARRAY(SELECT sequence FROM movement m WHERE m.file_id = c.file_id ORDER BY sequence) AS movements,
           ARRAY(SELECT number FROM note n WHERE n.file_id = c.file_id ORDER BY number) AS notes,
           ARRAY(SELECT p FROM note n, generate_series(n.first_paragraph, n.first_paragraph + n.paragraphs - 1) p
                  WHERE n.file_id = c.file_id ORDER BY p) AS paragraphs
      FROM file_custody c`);
  return rows;
}

/** Subjects whose events do not run from 1 without a gap. */
export async function gapsInEvents(database: Client): Promise<string[]> {
  const { rows } = await database.query<{ subject: string }>(
    `SELECT subject_id AS subject FROM event
      GROUP BY organisation_id, subject_id HAVING max(sequence) <> count(*) OR min(sequence) <> 1`,
  );
  return rows.map(({ subject }) => subject);
}

interface Scheme {
  readonly scheme: string;
  readonly drawn: number;
  readonly used: number;
}

/** Schemes whose counters do not stand at the number of things that bear their numbers. */
export async function gapsInNumbers(database: Client): Promise<Scheme[]> {
  const { rows } = await database.query<Scheme>(`
    SELECT scheme, sum(value)::int AS drawn, (CASE scheme
        WHEN 'file' THEN (SELECT count(*) FROM office_file) WHEN 'diary' THEN (SELECT count(*) FROM receipt)
        ELSE (SELECT count(*) FROM issue) END)::int AS used
      FROM counter WHERE scheme IN ('file', 'diary', 'issue') GROUP BY scheme`);
  return rows.filter(({ drawn, used }) => drawn !== used);
}

/** Letters that are numbered, issued or cancelled otherwise than their drafts, or not whole in that state. */
export async function lettersHalfIssued(database: Client): Promise<string[]> {
  const { rows } = await database.query<{ number: string }>(`
    SELECT i.number FROM issue i JOIN draft d ON d.id = i.draft_id
     CROSS JOIN LATERAL (SELECT count(*)::int FROM letter_signatory n WHERE n.issue_id = i.id) AS officers (number)
     WHERE d.state <> i.state OR i.state = 'issued' AND (
       (SELECT count(*) FROM correspondence k WHERE k.issue_id = i.id AND k.document_id = i.document_id) <> 1
       OR NOT EXISTS (SELECT FROM issue_recipient n WHERE n.issue_id = i.id)
       OR EXISTS (SELECT FROM issue_recipient n WHERE n.issue_id = i.id AND (n.document_id IS NOT NULL) <> (i.own_copies AND NOT n.as_copy))
       OR (SELECT count(*) FROM letter_signature s WHERE s.issue_id = i.id) <> officers.number
       OR (SELECT array_agg(e.name ORDER BY e.sequence) FROM event e WHERE e.related_id = i.id AND e.name LIKE 'draft.%')
          IS DISTINCT FROM
          ARRAY['draft.numbered'] || array_fill('draft.signed'::text, ARRAY[CASE WHEN i.own_copies THEN officers.number ELSE GREATEST(officers.number - 1, 0) END]) || ARRAY['draft.issued'])`);
  return rows.map(({ number }) => number);
}

/**
 * Letters whose addressees are served otherwise than their dispatches say, whose dispatches are not numbered from 1 without a
 * gap, or that arrived within the office otherwise than once for each dispatch.
 */
export async function lettersSentOtherwise(database: Client): Promise<string[]> {
  const { rows } = await database.query<{ number: string }>(`
    SELECT i.number FROM issue i WHERE EXISTS (
        SELECT FROM issue_recipient n WHERE n.issue_id = i.id AND (n.served_at IS NOT NULL) <> EXISTS (
          SELECT FROM dispatch d WHERE d.issue_id = i.id AND d.position = n.position AND d.state IN ('sent', 'delivered')))
      OR (SELECT count(*) <> COALESCE(max(ordinal), 0) FROM dispatch d WHERE d.issue_id = i.id)
      OR (SELECT count(*) FROM dispatch d WHERE d.issue_id = i.id AND d.mode = 'within_office')
        <> (SELECT count(*) FROM receipt r WHERE r.document_id = i.document_id AND r.delivery_mode = 'within_office')`);
  return rows.map(({ number }) => number);
}

/** Documents whose bytes are not in the store as they were acknowledged. */
export async function documentsWithoutBytes(database: Client, dataFolder: string): Promise<string[]> {
  const { rows } = await database.query<{ sha256: string }>('SELECT DISTINCT sha256 FROM document');
  return rows.map(({ sha256 }) => sha256).filter((sha256) => hashOfObject(dataFolder, sha256) !== sha256);
}

function hashOfObject(dataFolder: string, sha256: string): string {
  try {
    const bytes = readFileSync(join(dataFolder, 'objects', sha256.slice(0, 2), sha256.slice(2)));
    return createHash('sha256').update(bytes).digest('hex');
  } catch {
    return 'missing';
  }
}

import { Instant } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { type Sha256, toSha256 } from '@patravali/storage';
import { z } from 'zod';
import { ALL_SIGNED } from './signing-rows';
import type { Room } from '@patravali/typesetting';

/** The bytes of a letter as they stand: unsigned, or with its last signature. */
export interface StandingPdf {
  readonly sha256: Sha256;
  readonly size: number;
}

/** With the rooms in which the days of its signatures are drawn; letters set before there were any have none. */
export interface ToSignPdf extends StandingPdf {
  readonly rooms: readonly Room[];
}

const ROOM: z.ZodType<Room> = z.object({
  ordinal: z.int(),
  page: z.int(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});
const STANDING = z.object({ sha256: z.string().nullable(), size: z.int().nullable(), rooms: z.array(ROOM) });

/** Null until it is set. */
export async function standingPdf(
  database: SqlRunner,
  organisationId: string,
  issueId: string,
): Promise<ToSignPdf | null> {
  const [standing] = await select(
    database,
    STANDING,
    `SELECT COALESCE(s.sha256, i.unsigned_sha256) AS sha256, COALESCE(s.size, i.unsigned_size) AS size,
       COALESCE(i.signature_rooms, '[]') AS rooms FROM issue i
     LEFT JOIN letter_signature s ON s.organisation_id = i.organisation_id AND s.issue_id = i.id
     WHERE i.organisation_id = $1 AND i.id = $2 ORDER BY s.ordinal DESC NULLS LAST LIMIT 1`,
    [organisationId, issueId],
  );
  if (standing?.sha256 == null || standing.size === null) return null;
  return { sha256: toSha256(standing.sha256), size: standing.size, rooms: standing.rooms };
}

/** What all of its officers have signed. */
export interface SignedByAll extends StandingPdf {
  readonly pages: number;
  /** When the last of them did. */
  readonly at: Date;
}

const SIGNED_BY_ALL = z.object({ sha256: z.string(), size: z.int(), pages: z.int(), at: Instant });

/** Null while a signature is missing. */
export async function signedByAll(
  database: SqlRunner,
  organisationId: string,
  issueId: string,
): Promise<SignedByAll | null> {
  const [signed] = await select(
    database,
    SIGNED_BY_ALL,
    `SELECT s.sha256, s.size, s.pages, s.at FROM issue i
     JOIN letter_signature s ON s.organisation_id = i.organisation_id AND s.issue_id = i.id
     WHERE i.organisation_id = $1 AND i.id = $2 AND ${ALL_SIGNED} ORDER BY s.ordinal DESC LIMIT 1`,
    [organisationId, issueId],
  );
  return signed ? { ...signed, sha256: toSha256(signed.sha256), at: new Date(signed.at) } : null;
}

/** Whether officers sign this letter. */
export async function hasSignatories(database: SqlRunner, organisationId: string, issueId: string): Promise<boolean> {
  const found = await select(
    database,
    z.object({ ordinal: z.int() }),
    'SELECT ordinal FROM letter_signatory WHERE organisation_id = $1 AND issue_id = $2 LIMIT 1',
    [organisationId, issueId],
  );
  return found.length > 0;
}

/** How many have signed, within a command that holds the letter. */
export async function signaturesOf(database: SqlRunner, organisationId: string, issueId: string): Promise<number> {
  const [counted] = await select(
    database,
    z.object({ count: z.int() }),
    'SELECT count(*)::int AS count FROM letter_signature WHERE organisation_id = $1 AND issue_id = $2',
    [organisationId, issueId],
  );
  return counted?.count ?? 0;
}

/**
 * Which of these contents letters have that wait for signatures. The issued letter begins with all of them, so they go once it
 * is issued.
 */
export async function hashesOfUnsigned(database: SqlRunner, batch: readonly Sha256[]): Promise<readonly Sha256[]> {
  const rows = await select(
    database,
    z.object({ sha256: z.string() }),
    `SELECT i.unsigned_sha256 AS sha256 FROM issue i WHERE i.state = 'numbered' AND i.unsigned_sha256 = ANY ($1)
     UNION SELECT s.sha256 FROM letter_signature s JOIN issue i ON i.organisation_id = s.organisation_id AND i.id = s.issue_id
     WHERE i.state = 'numbered' AND s.sha256 = ANY ($1)`,
    [[...batch]],
  );
  return rows.map(({ sha256 }) => toSha256(sha256));
}

/** A PDF of a letter that is not issued yet. */
export interface LetterPdf {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** The letter was set, without signatures; of several who set it at once the first one's counts. One statement, without a lock. */
export async function enterUnsigned(
  database: SqlRunner,
  { organisationId, issueId }: { readonly organisationId: string; readonly issueId: string },
  { sha256, size, rooms }: LetterPdf & Pick<ToSignPdf, 'rooms'>,
): Promise<void> {
  await database.query(
    `UPDATE issue SET unsigned_sha256 = $3, unsigned_size = $4, signature_rooms = $5
     WHERE organisation_id = $1 AND id = $2 AND state = 'numbered' AND unsigned_sha256 IS NULL`,
    [organisationId, issueId, sha256, size, JSON.stringify(rooms)],
  );
}

import { Instant, type Language } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { fill, formatInstant } from '@patravali/language';
import { LAST_CHECKPOINT } from '@patravali/ledger';
import { messagesOf } from '@patravali/messages';
import { z } from 'zod';

const Checkpoint = z.object({
  size: z.int(),
  root: z.string(),
  at: Instant,
  brokenAt: Instant.nullable(),
  reason: z.string().nullable(),
});

const LAST = `SELECT size, root, at, broken_at AS "brokenAt", reason FROM ${LAST_CHECKPOINT}`;

/** Of the root, so much as somebody compares by eye: who forges a log cannot choose it. */
const DIGITS = 16;

/**
 * What the log of the office was when the register was printed: paper that is signed and put away is a witness that nobody
 * can change; and what the log says to be lost. Null before the first checkpoint.
 */
export async function checkpointLine(database: SqlRunner, language: Language): Promise<string | null> {
  const [checkpoint] = await select(database, Checkpoint, LAST, []);
  if (!checkpoint) return null;
  const { size, root, at, brokenAt, reason } = checkpoint;
  const digits = root.slice(0, DIGITS).replace(/.{4}(?!$)/g, '$& ');
  const values = { entries: size, root: digits, at: formatInstant('register', at, language) };
  const words = messagesOf('diary-register', language);
  const line = fill(words.checkpoint, values, language);
  if (brokenAt === null || reason === null) return line;
  return `${line} ${fill(words.broken, { at: formatInstant('register', brokenAt, language), reason }, language)}`;
}

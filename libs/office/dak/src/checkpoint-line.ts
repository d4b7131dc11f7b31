import { Instant, type Language } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { LAST_CHECKPOINT } from '@patravali/ledger';
import { fill, formatInstant, messagesOf } from '@patravali/messages';
import { z } from 'zod';

const Checkpoint = z.object({ size: z.int(), root: z.string(), at: Instant });

/** Of the root, so much as somebody compares by eye: who forges a log cannot choose it. */
const DIGITS = 16;

/**
 * What the log of the office was when the register was printed: paper that is signed and put away is a witness that nobody
 * can change. Null before the first checkpoint.
 */
export async function checkpointLine(database: SqlRunner, language: Language): Promise<string | null> {
  const [checkpoint] = await select(database, Checkpoint, `SELECT size, root, at FROM ${LAST_CHECKPOINT}`, []);
  if (!checkpoint) return null;
  const { size, root, at } = checkpoint;
  const digits = root.slice(0, DIGITS).replace(/.{4}(?!$)/g, '$& ');
  const values = { entries: size, root: digits, at: formatInstant('register', at, language) };
  return fill(messagesOf('diary-register', language).checkpoint, values, language);
}

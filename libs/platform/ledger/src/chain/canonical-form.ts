import { createHash } from 'node:crypto';
import type { SubjectKind } from '../event/event.entity';

/** The hash that the first event of a subject names as the one before it. */
export const NO_HASH = '0'.repeat(64);

/** What the canonical form of an event is made of, each as the database writes it as text. */
export interface ChainedEvent {
  /** 2: with the hash of the rows that its transaction wrote; 1: without; 0: chained afterwards. */
  readonly encoding: number;
  readonly previousHash: string;
  readonly id: string;
  readonly organisationId: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly sequence: number;
  readonly name: string;
  readonly relatedId: string | null;
  readonly userId: string | null;
  readonly postId: string | null;
  readonly capacity: string | null;
  /** `2026-11-28T09:30:00.123456Z` */
  readonly at: string;
  readonly reason: string | null;
  /** The text of the `jsonb`, which is not parsed: its bytes count. */
  readonly data: string;
  readonly contentHash: string | null;
  readonly rowsHash: string | null;
}

/**
 * The bytes that are hashed, described in docs/proof.md. Every line names its length in bytes, so that two different events
 * never have the same form whatever their texts contain.
 */
export function canonicalForm(event: ChainedEvent): string {
  const lines: readonly (readonly [string, string | null])[] = [
    ['previous', event.previousHash],
    ['id', event.id],
    ['organisation', event.organisationId],
    ['subject', `${event.subjectKind} ${event.subjectId}`],
    ['sequence', String(event.sequence)],
    ['name', event.name],
    ['related', event.relatedId],
    ['user', event.userId],
    ['post', event.postId],
    ['capacity', event.capacity],
    ['at', event.at],
    ['reason', event.reason],
    ['data', event.data],
    ['content', event.contentHash],
    ...(event.encoding >= 2 ? [['rows', event.rowsHash] as const] : []),
  ];
  return `patravali event ${event.encoding}\n${lines.map(([name, value]) => lineOf(name, value)).join('')}`;
}

/** SHA-256 of the canonical form, in hexadecimal digits. */
export const hashOfEvent = (event: ChainedEvent): string =>
  createHash('sha256').update(canonicalForm(event), 'utf8').digest('hex');

const lineOf = (name: string, value: string | null): string =>
  value === null ? `${name} -\n` : `${name} ${Buffer.byteLength(value, 'utf8')} ${value}\n`;

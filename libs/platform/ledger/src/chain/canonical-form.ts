import { hash } from 'node:crypto';
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
 * never have the same form whatever their texts contain. A check makes it of every event that there is.
 */
export const canonicalForm = (event: ChainedEvent): string =>
  `patravali event ${event.encoding}\n` +
  lineOf('previous', event.previousHash) +
  lineOf('id', event.id) +
  lineOf('organisation', event.organisationId) +
  lineOf('subject', `${event.subjectKind} ${event.subjectId}`) +
  lineOf('sequence', String(event.sequence)) +
  lineOf('name', event.name) +
  lineOf('related', event.relatedId) +
  lineOf('user', event.userId) +
  lineOf('post', event.postId) +
  lineOf('capacity', event.capacity) +
  lineOf('at', event.at) +
  lineOf('reason', event.reason) +
  lineOf('data', event.data) +
  lineOf('content', event.contentHash) +
  (event.encoding >= 2 ? lineOf('rows', event.rowsHash) : '');

/** SHA-256 of the canonical form, in hexadecimal digits. */
export const hashOfEvent = (event: ChainedEvent): string => hash('sha256', canonicalForm(event), 'hex');

const lineOf = (name: string, value: string | null): string =>
  value === null ? `${name} -\n` : `${name} ${Buffer.byteLength(value, 'utf8')} ${value}\n`;

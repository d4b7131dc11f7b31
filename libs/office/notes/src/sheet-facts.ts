import type { Actor } from '@patravali/authorization';
import type { StructuredText } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import type { HeldPost } from '@patravali/organisation';

/**
 * What the rules of a note ask of the database, beside custody and sheet. A command asks when a rule wants to know; whoever asks
 * about many files reads it all beforehand. The rules are the same.
 */
export interface SheetFacts {
  hasWords(custody: FileCustody): Promise<boolean>;
  /** @throws Refusal `reference-to-nowhere`. */
  refuseBroken(actor: Actor, custody: FileCustody, text: StructuredText): Promise<void>;
  holdersOf(postIds: readonly string[]): Promise<readonly HeldPost[]>;
}

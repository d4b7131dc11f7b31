import type { StructuredText } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import type { HeldPost } from '@patravali/organisation';

/** What the rules of a note depend on beside custody and sheet, read before they are asked. */
export interface SheetFacts {
  hasWords(custody: FileCustody): boolean;
  /** @throws Refusal `reference-to-nowhere`. */
  refuseBroken(custody: FileCustody, text: StructuredText): void;
  /** Whether a section may stand under the note of this number. */
  isMainNote(custody: FileCustody, number: number): boolean;
  /** With whom notes were discussed, of all the files. */
  readonly held: readonly HeldPost[];
}

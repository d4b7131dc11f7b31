import { areEqual, captured, fromText, toText, wholeNumber } from '../primitives/bytes';
import { type Change, KeyHistory, readEntry } from '../entries/entry';
import type { Checkpoint } from '../notes/checkpoint';
import { isNoteSignedBy } from '../notes/signed-note';
import type { VerifierKey } from '../notes/verifier-key';
import { leafHash } from '../tree/hashing';
import { Wrong } from '../primitives/wrong';
import { provesEntry } from './consistency';
import type { Break } from './log-entries';
import type { LogSource } from './log-source';

const CHANGES = 'changes';
export const MOST_BYTES = 4 * 1024 * 1024;
const PART = /^index (\d+)\n([^]*)$/;

/** An entry that is of no subject, and so is shown to anybody. */
export interface PublicChange {
  readonly index: number;
  readonly entry: Change;
  readonly leaf: Uint8Array;
}

/** What the office shows of changes of its log, in their order; none where it shows none. */
export async function readChanges(source: LogSource): Promise<PublicChange[]> {
  const bytes = await source.read(CHANGES, MOST_BYTES);
  if (!bytes) return [];
  const text = bytes.length > MOST_BYTES ? undefined : toText(bytes);
  const changes =
    text
      ?.split(/(?<=\n)\n/)
      .filter(Boolean)
      .map(readPart) ?? [];
  const found = changes.filter((change) => change !== undefined);
  const inOrder = found.every(({ index }, at) => at === 0 || index > (found[at - 1]?.index ?? index));
  if (changes.length === 0 || found.length < changes.length || !inOrder) {
    throw new Wrong('changes-unreadable', { path: CHANGES });
  }
  return found;
}

function readPart(part: string): PublicChange | undefined {
  const caught = captured<[digits: string, text: string]>(PART, part);
  if (!caught) return undefined;
  const index = wholeNumber(caught[0]);
  const bytes = fromText(caught[1]);
  const entry = readEntry(bytes);
  return index === undefined || !entry || entry.kind === 'event' ? undefined : { index, entry, leaf: leafHash(bytes) };
}

/** Holds those within a tile against its hashes. */
export function changesWithin(
  changes: readonly PublicChange[],
  { from, hashes }: { readonly from: number; readonly hashes: readonly Uint8Array[] },
): PublicChange[] {
  const within = changes.filter(({ index }) => index >= from && index < from + hashes.length);
  for (const { index, leaf } of within) {
    if (!areEqual(hashes[index - from] ?? leaf.subarray(1), leaf)) throw new Wrong('change-of-other-log', { index });
  }
  return within;
}

/** What the log says to have lost from this place on, as far as its hashes prove that it says so. */
export async function lossesSince(
  source: LogSource,
  from: number,
  now: Pick<Checkpoint, 'size' | 'root'>,
): Promise<Break[]> {
  const losses: Break[] = [];
  for (const { index, entry, leaf } of await readChanges(source)) {
    if (index < from || index >= now.size || entry.kind === 'key') continue;
    if (await provesEntry(source, { index, leaf }, now)) losses.push({ ...entry, index });
  }
  return losses;
}

/**
 * The key that has signed this checkpoint, when the one that is known leads to it: by entries of this very log, each signed by
 * the key before it. A key that came after a lost one has to be told by a person.
 */
export async function keyFollowing(
  source: LogSource,
  known: VerifierKey,
  now: Checkpoint,
): Promise<VerifierKey | undefined> {
  const history = new KeyHistory(known);
  for (const { index, entry, leaf } of await readChanges(source)) {
    if (entry.kind !== 'key' || index >= now.size || !(await history.accepts(entry))) continue;
    if (!(await provesEntry(source, { index, leaf }, now))) return undefined;
    history.add(entry, index);
  }
  const key = history.keyFor(now.size);
  return history.count > 1 && (await isNoteSignedBy(now.note, key)) ? key : undefined;
}

import { captured, fromBase64, fromText, toText, wholeNumber } from '../primitives/bytes';
import { isSignedBy } from '../primitives/cryptography';
import type { Checkpoint } from '../notes/checkpoint';
import { isNoteSignedBy } from '../notes/signed-note';
import { isSameKey, readVerifierKey, type VerifierKey } from '../notes/verifier-key';
import { type ChainLink, HEX_HASH, SEQUENCE, SUBJECT, UUID } from './event';

/** What one leaf of the log says: that something happened, or what became of the log itself. */
export type Entry = EventEntry | Change;

/** Entries that are of no subject, and so are public: the log's key changes or was lost, or events were lost. */
export type Change = KeyEntry | LostKeyEntry | LossEntry;

export interface EventEntry {
  readonly kind: 'event';
  readonly event: string;
  readonly subject: string;
  readonly sequence: number;
  readonly previous: string;
  readonly hash: string;
}

export interface KeyEntry {
  readonly kind: 'key';
  readonly key: VerifierKey;
  readonly signature: Uint8Array;
  /** What the key before it signed. */
  readonly signed: Uint8Array;
}

/** A key that nothing before it announces, because the one before it was lost. */
export interface LostKeyEntry {
  readonly kind: 'lost key';
  readonly key: VerifierKey;
  readonly at: string;
  readonly reason: string;
  /** The last that the lost key has signed, as a note; undefined when it had signed none. */
  readonly checkpoint: Uint8Array | undefined;
}

/** The office has lost the events of these entries, and goes on as if they had not happened. */
export interface LossEntry {
  readonly kind: 'loss';
  readonly from: number;
  /** Undefined: everything that may have been signed from there on, which is not there any more. */
  readonly to: number | undefined;
  readonly at: string;
  readonly reason: string;
}

const EVENT = new RegExp(
  `^patravali entry 1\nevent (${UUID})\nsubject (${SUBJECT})\nsequence (${SEQUENCE})\nprevious (${HEX_HASH})\nhash (${HEX_HASH})\n$`,
);
const KEY =
  /^(patravali key 1\nkey (.+)\nfrom \d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z\n)signature ([A-Za-z0-9+/]{86}==)\n$/;
const AT = '(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z)';
const LOST_KEY = new RegExp(`^patravali lost key 1\nkey (.+)\nfrom ${AT}\nreason (.+)\ncheckpoint (-|\\S+)\n$`);
const LOSS = new RegExp(`^patravali loss 1\nentries (\\d+)-(\\d*)\nat ${AT}\nreason (.+)\n$`);

export function readEntry(bytes: Uint8Array): Entry | undefined {
  const text = toText(bytes);
  return text === undefined ? undefined : (readEventEntry(text) ?? readChange(text));
}

function readEventEntry(text: string): EventEntry | undefined {
  const parts = captured<[event: string, subject: string, sequence: string, previous: string, hash: string]>(
    EVENT,
    text,
  );
  if (!parts) return undefined;
  const [event, subject, sequence, previous, hash] = parts;
  return { kind: 'event', event, subject, sequence: Number(sequence), previous, hash };
}

function readChange(text: string): Change | undefined {
  return readKeyEntry(text) ?? readLostKey(text) ?? readLoss(text);
}

function readLostKey(text: string): LostKeyEntry | undefined {
  const parts = captured<[key: string, from: string, reason: string, checkpoint: string]>(LOST_KEY, text);
  if (!parts) return undefined;
  const [vkey, at, reason, base64] = parts;
  const key = readVerifierKey(vkey);
  // A dash is no base64.
  const checkpoint = fromBase64(base64);
  if (key?.kind !== 1 || (base64 !== '-' && !checkpoint)) return undefined;
  return { kind: 'lost key', key, at, reason, checkpoint };
}

function readLoss(text: string): LossEntry | undefined {
  const parts = captured<[first: string, last: string, at: string, reason: string]>(LOSS, text);
  if (!parts) return undefined;
  const [first, last, at, reason] = parts;
  const [from, to] = [wholeNumber(first), wholeNumber(last)];
  if (from === undefined || (last !== '' && to === undefined)) return undefined;
  return { kind: 'loss', from, to, at, reason };
}

function readKeyEntry(text: string): KeyEntry | undefined {
  const parts = captured<[signed: string, key: string, signature: string]>(KEY, text);
  if (!parts) return undefined;
  const [signed, vkey, base64] = parts;
  const key = readVerifierKey(vkey);
  const signature = fromBase64(base64);
  if (key?.kind !== 1 || !signature) return undefined;
  return { kind: 'key', key, signature, signed: fromText(signed) };
}

/** The bytes of the entry that belongs to an event. */
export function entryOf(event: ChainLink): Uint8Array {
  const { id, subject, sequence, previous, hash } = event;
  return fromText(
    `patravali entry 1\nevent ${id}\nsubject ${subject}\nsequence ${sequence}\nprevious ${previous}\nhash ${hash}\n`,
  );
}

/** The keys of a log in their order, each announced by the one before it. */
export class KeyHistory {
  /** Those that came after the first. */
  private readonly later: { readonly key: VerifierKey; readonly after: number }[] = [];

  /** @param others keys that the verifier was given as well, since no key announces them; undefined when it was given none at all. */
  constructor(
    readonly first: VerifierKey,
    private readonly others?: readonly VerifierKey[],
  ) {}

  get count(): number {
    return 1 + this.later.length;
  }

  /** Whether the key that goes signed the one that comes, for the same log. */
  async accepts(entry: KeyEntry): Promise<boolean> {
    const key = this.later.at(-1)?.key ?? this.first;
    return entry.key.name === key.name && (await isSignedBy(key.key, entry.signature, entry.signed));
  }

  /** Whether a key that came after a lost one may be believed: whoever gave a key has to give this one too. */
  believes({ key }: LostKeyEntry): boolean {
    return (
      key.name === this.first.name && (this.others === undefined || this.others.some((other) => isSameKey(key, other)))
    );
  }

  /** Whether the key whose turn it was has signed this, of a log that was no larger than up to that place. */
  async hasSigned({ origin, size, note }: Checkpoint, index: number): Promise<boolean> {
    const key = this.keyFor(size);
    return size <= index && origin === key.name && (await isNoteSignedBy(note, key));
  }

  add(entry: KeyEntry | LostKeyEntry, index: number): void {
    this.later.push({ key: entry.key, after: index });
  }

  get lastIndex(): number {
    return this.later.at(-1)?.after ?? -1;
  }

  /** The key that signs a checkpoint of this size. */
  keyFor(size: number): VerifierKey {
    return this.later.findLast(({ after }) => after < size)?.key ?? this.first;
  }
}

import { fromBase64, fromText, toText } from '../bytes';
import { isSignedBy } from '../cryptography';
import { readVerifierKey, type VerifierKey } from '../notes/verifier-key';
import { type ChainLink, HEX_HASH, SEQUENCE, SUBJECT, UUID } from './event';

/** What one leaf of the log says: that something happened, or that the log's key changes. */
export type Entry = EventEntry | KeyEntry;

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

const EVENT = new RegExp(
  `^patravali entry 1\nevent (${UUID})\nsubject (${SUBJECT})\nsequence (${SEQUENCE})\nprevious (${HEX_HASH})\nhash (${HEX_HASH})\n$`,
);
const KEY =
  /^(patravali key 1\nkey (.+)\nfrom \d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z\n)signature ([A-Za-z0-9+/]{86}==)\n$/;

export function readEntry(bytes: Uint8Array): Entry | undefined {
  const text = toText(bytes) ?? '';
  const found = EVENT.exec(text);
  if (!found) return readKeyEntry(text);
  const [, event = '', subject = '', sequence, previous = '', hash = ''] = found;
  return { kind: 'event', event, subject, sequence: Number(sequence), previous, hash };
}

function readKeyEntry(text: string): KeyEntry | undefined {
  const [, signed = '', vkey = '', base64 = ''] = KEY.exec(text) ?? [];
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
  private readonly keys: { readonly key: VerifierKey; readonly after: number }[];

  constructor(readonly first: VerifierKey) {
    this.keys = [{ key: first, after: -1 }];
  }

  get count(): number {
    return this.keys.length;
  }

  /** Whether the key that goes signed the one that comes, for the same log. */
  async accepts(entry: KeyEntry): Promise<boolean> {
    const { key } = this.keys.at(-1) ?? { key: this.first };
    return entry.key.name === key.name && (await isSignedBy(key.key, entry.signature, entry.signed));
  }

  add(entry: KeyEntry, index: number): void {
    this.keys.push({ key: entry.key, after: index });
  }

  get lastIndex(): number {
    return this.keys.at(-1)?.after ?? -1;
  }

  /** The key that signs a checkpoint of this size. */
  keyFor(size: number): VerifierKey {
    return this.keys.findLast(({ after }) => after < size)?.key ?? this.first;
  }
}

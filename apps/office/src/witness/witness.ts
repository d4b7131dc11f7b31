import { type ObjectStore, openObjectStore } from '@patravali/storage';
import {
  type Checkpoint,
  continuesFrom,
  isNoteSignedBy,
  type LogSource,
  MOST_NOTE_BYTES,
  readCheckpoint,
  readVerifierKey,
  type VerifierKey,
  Wrong,
} from '@patravali/verifier';
import { openWitnessKey, type WitnessKey } from './witness-key';

const CHECKPOINT = 'log/checkpoint';
const LOG_KEY = 'log/key';

export interface WitnessOptions {
  /** Where the public part of the log is read. */
  readonly source: LogSource;
  /** What the witness keeps: its own key, that of the log, the last checkpoint that it verified. */
  readonly folder: string;
  /** What it is called from its first start on. */
  readonly name: string;
  /** The key with which the log signs; otherwise the one known here, or the first that the log names. */
  readonly logKey?: VerifierKey | undefined;
}

/** What one look at the office has shown. */
export type Seen =
  | { readonly outcome: 'cosigned'; readonly size: number }
  /** It shows a log of fewer entries than it has once signed. */
  | { readonly outcome: 'older'; readonly size: number; readonly kept: number }
  /** It shows a log that does not begin with what it has once signed. */
  | { readonly outcome: 'other'; readonly size: number; readonly kept: number }
  /** It lacks hashes without which nobody can say that. */
  | { readonly outcome: 'unproved'; readonly size: number; readonly kept: number }
  /** What it shows is signed by nobody, or by a key that is not known here. */
  | { readonly outcome: 'unsigned' }
  | { readonly outcome: 'away' };

/**
 * Looks at the log of an office from elsewhere, and signs what continues the log that it has signed before; nothing else,
 * ever. It keeps one checkpoint, so an office that goes back or writes its past anew is not followed.
 */
export class Witness {
  private constructor(
    private readonly options: WitnessOptions,
    private readonly store: Pick<ObjectStore, 'readNamed' | 'writeNamed'>,
    private readonly key: WitnessKey,
    private logKeyKnown: VerifierKey | undefined,
    private cosigned: Buffer | null,
  ) {}

  static async open(options: WitnessOptions): Promise<Witness> {
    const store = openObjectStore({ dataFolder: options.folder });
    const key = await openWitnessKey(store, options.name);
    const kept = readVerifierKey((await store.readNamed(LOG_KEY))?.toString('utf8').trim() ?? '');
    const cosigned = await store.readNamed(CHECKPOINT);
    // Never as if it had seen nothing yet.
    if (cosigned && !readCheckpoint(cosigned)) throw new Error(`${options.folder}/${CHECKPOINT} cannot be read`);
    const witness = new Witness(options, store, key, kept, cosigned);
    if (options.logKey) await witness.trust(options.logKey);
    return witness;
  }

  /** By which offices and verifiers know its signature. */
  get published(): VerifierKey {
    return this.key.published;
  }

  /** The key of the log; undefined before the log was seen for the first time. */
  get logKey(): VerifierKey | undefined {
    return this.logKeyKnown;
  }

  /** The last checkpoint that it verified, with its own signature. */
  get note(): Buffer | null {
    return this.cosigned;
  }

  async look(): Promise<Seen> {
    try {
      return await this.lookAt(await this.options.source.read('checkpoint', MOST_NOTE_BYTES));
    } catch (error) {
      if (error instanceof Wrong && error.code === 'target-unreadable') return { outcome: 'away' };
      throw error;
    }
  }

  private async lookAt(bytes: Uint8Array | undefined): Promise<Seen> {
    const last = this.cosigned ? readCheckpoint(this.cosigned) : undefined;
    if (!bytes) return last ? { outcome: 'older', size: 0, kept: last.size } : { outcome: 'away' };
    const now = readCheckpoint(bytes);
    if (!now || !(await this.isSigned(now))) return { outcome: 'unsigned' };
    const kept = last?.size ?? 0;
    if (now.size < kept) return { outcome: 'older', size: now.size, kept };
    if (now.note.text === last?.note.text) return { outcome: 'cosigned', size: now.size };
    if (last) {
      const trouble = await this.troubleBetween(last, now);
      if (trouble) return { outcome: trouble, size: now.size, kept };
    }
    await this.keep(now);
    return { outcome: 'cosigned', size: now.size };
  }

  private async troubleBetween(last: Checkpoint, now: Checkpoint): Promise<'other' | 'unproved' | undefined> {
    try {
      return (await continuesFrom(this.options.source, last, now)) ? undefined : 'other';
    } catch (error) {
      if (error instanceof Wrong && error.code !== 'target-unreadable') return 'unproved';
      throw error;
    }
  }

  private async isSigned({ origin, note }: Checkpoint): Promise<boolean> {
    const key = this.logKeyKnown ?? (await this.firstKey());
    if (key?.name !== origin || key.kind !== 1 || !(await isNoteSignedBy(note, key))) return false;
    if (!this.logKeyKnown) await this.trust(key);
    return true;
  }

  private async firstKey(): Promise<VerifierKey | undefined> {
    const bytes = await this.options.source.read('keys', MOST_NOTE_BYTES);
    const [first = ''] = Buffer.from(bytes ?? [])
      .toString('utf8')
      .split('\n');
    return readVerifierKey(first);
  }

  private async trust(key: VerifierKey): Promise<void> {
    if (this.logKeyKnown?.text === key.text) return;
    await this.store.writeNamed(LOG_KEY, Buffer.from(`${key.text}\n`));
    this.logKeyKnown = key;
  }

  /** On the disk first: what it has once shown to anybody, it never forgets. */
  private async keep({ note }: Checkpoint): Promise<void> {
    const key = this.logKeyKnown;
    const own = note.signatures.find(({ name, keyId }) => name === key?.name && Buffer.from(key.id).equals(keyId));
    const line = own ? `— ${own.name} ${Buffer.concat([own.keyId, own.bytes]).toString('base64')}\n` : '';
    // Of other lines, of which there may be any number, nothing is known.
    const cosigned = Buffer.from(`${note.text}\n${line}${this.key.cosign(note.text, new Date())}`);
    await this.store.writeNamed(CHECKPOINT, cosigned);
    this.cosigned = cosigned;
  }
}

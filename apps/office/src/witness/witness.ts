import { type ObjectStore, openObjectStore } from '@patravali/storage';
import {
  type Break,
  type Checkpoint,
  continuesFrom,
  isNoteSignedBy,
  keyFollowing,
  type LogSource,
  lossesSince,
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
  /** A key of the log; otherwise the one known here, or the first that the log names. Those after it are followed. */
  readonly logKey?: VerifierKey | undefined;
}

/** The folder is that of a witness of another log. */
export class OtherLog extends Error {
  constructor(
    readonly own: string,
    readonly origin: string,
  ) {
    super(`${own} was signed here, not ${origin}`);
    this.name = new.target.name;
  }
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
  /** It shows another log than the one that was signed here. */
  | { readonly outcome: 'foreign'; readonly origin: string; readonly own: string }
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

  private lossesSeen: readonly Break[] = [];

  static async open(options: WitnessOptions): Promise<Witness> {
    const store = openObjectStore({ dataFolder: options.folder });
    const key = await openWitnessKey(store, options.name);
    const kept = readVerifierKey((await store.readNamed(LOG_KEY))?.toString('utf8').trim() ?? '');
    const cosigned = await store.readNamed(CHECKPOINT);
    // Never as if it had seen nothing yet.
    if (cosigned && !readCheckpoint(cosigned)) throw new Error(`${options.folder}/${CHECKPOINT} cannot be read`);
    const witness = new Witness(options, store, key, kept, cosigned);
    const { logKey } = options;
    const own = witness.origin;
    // It bears witness for one log, and for no other after it.
    if (logKey && own !== undefined && logKey.name !== own) throw new OtherLog(own, logKey.name);
    if (logKey) await witness.trust(logKey);
    return witness;
  }

  /** The log that it has signed; undefined before the first time. */
  private get origin(): string | undefined {
    return this.cosigned ? readCheckpoint(this.cosigned)?.origin : undefined;
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

  /** What the log says to have lost, in what was signed at the last look. */
  get losses(): readonly Break[] {
    return this.lossesSeen;
  }

  async look(): Promise<Seen> {
    this.lossesSeen = [];
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
    if (!now) return { outcome: 'unsigned' };
    const own = last?.origin ?? this.logKeyKnown?.name ?? now.origin;
    if (now.origin !== own) return { outcome: 'foreign', origin: now.origin, own };
    const signer = await this.signerOf(now);
    if (!signer) return { outcome: 'unsigned' };
    const kept = last?.size ?? 0;
    if (now.size < kept) return { outcome: 'older', size: now.size, kept };
    if (now.note.text === last?.note.text) return { outcome: 'cosigned', size: now.size };
    if (last) {
      const trouble = await this.troubleBetween(last, now);
      if (trouble) return { outcome: trouble, size: now.size, kept };
    }
    const losses = await unlessWrong(lossesSince(this.options.source, kept, now));
    await this.trust(signer);
    await this.keep(now);
    this.lossesSeen = losses ?? [];
    return { outcome: 'cosigned', size: now.size };
  }

  private async troubleBetween(last: Checkpoint, now: Checkpoint): Promise<'other' | 'unproved' | undefined> {
    const continues = await unlessWrong(continuesFrom(this.options.source, last, now));
    if (continues === undefined) return 'unproved';
    return continues ? undefined : 'other';
  }

  /** The key that is known here, or one to which it leads: by changes of key in the log itself, each signed by the key before it. */
  private async signerOf(now: Checkpoint): Promise<VerifierKey | undefined> {
    const key = this.logKeyKnown ?? (await this.firstKey());
    if (key?.name !== now.origin || key.kind !== 1) return undefined;
    if (await isNoteSignedBy(now.note, key)) return key;
    return await unlessWrong(keyFollowing(this.options.source, key, now));
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

/** Undefined where what the office shows does not say it. An office that does not answer is another matter. */
async function unlessWrong<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Wrong && error.code !== 'target-unreadable') return undefined;
    throw error;
  }
}

import { areEqual, toHex } from '../primitives/bytes';
import { entryOf, type KeyHistory, type LostKeyEntry, readEntry } from '../entries/entry';
import type { ChainLink } from '../entries/event';
import type { Break } from '../log/log-entries';
import { type Checkpoint, readCheckpoint } from '../notes/checkpoint';
import { isNoteSignedBy } from '../notes/signed-note';
import { readTlogProof, type TlogProof } from '../notes/tlog-proof';
import type { VerifierKey } from '../notes/verifier-key';
import { leafHash } from '../tree/hashing';
import { rootOfInclusion } from '../tree/proofs';
import { Wrong } from '../primitives/wrong';
import type { Container } from './container';

/** What stands in the log, and which files of the bundle prove it. */
export interface Proven {
  readonly index: number;
  readonly read: readonly string[];
}

/** Holds entries against their proofs, and the checkpoints of these against the keys of the log. */
export class BundleProofs {
  /** Checkpoints whose signatures are checked; most entries of a bundle share one. */
  private readonly checked = new Map<string, Checkpoint>();
  private readonly rootOfSize = new Map<number, string>();
  private readonly placesTaken = new Map<number, string>();
  readonly otherSigners = new Set<string>();
  readonly lostKeys: Break[] = [];
  largest = 0;

  constructor(
    private readonly container: Container,
    private readonly history: KeyHistory,
    private readonly witnesses: readonly VerifierKey[],
  ) {}

  /** The changes of key that the bundle tells of, in their order: each is signed by the key before it. */
  async readKeys(): Promise<void> {
    const proven: { path: string; entry: Uint8Array }[] = [];
    for (let number = 1; this.container.paths.has(`keys/${number}.entry`); number++) {
      const path = `keys/${number}.entry`;
      const bytes = await this.container.read(path);
      const entry = readEntry(bytes);
      if (entry?.kind !== 'key' && entry?.kind !== 'lost key') throw new Wrong('file-unexpected', { path });
      const { index } = await this.readProof(proofOfKey(path));
      if (entry.kind === 'lost key') await this.readLost(entry, { index, path });
      else if (!(await this.history.accepts(entry))) throw new Wrong('key-unsigned', { index: path });
      if (index <= this.history.lastIndex) throw new Wrong('keys-disordered', { path });
      this.history.add(entry, index);
      proven.push({ path, entry: bytes });
    }
    // Only now is it known which key signs which checkpoint.
    for (const { path, entry } of proven) await this.check(proofOfKey(path), entry);
  }

  /** What the lost key has signed last is of this log. */
  private async readLost(
    entry: LostKeyEntry,
    { index, path }: { readonly index: number; readonly path: string },
  ): Promise<void> {
    if (!this.history.believes(entry)) throw new Wrong('key-unannounced', { index, key: entry.key.text });
    if (entry.checkpoint) {
      const checkpoint = readCheckpoint(entry.checkpoint);
      if (!checkpoint || !(await this.history.hasSigned(checkpoint, index))) throw new Wrong('key-unsigned', { index });
      this.agree(checkpoint, path);
    }
    this.lostKeys.push({ ...entry, index });
  }

  /** That the entry of an event is there, and stands in the log. */
  async checkEvent(event: ChainLink): Promise<Proven> {
    const [path, proof] = [`entries/${event.id}.entry`, `proofs/${event.id}.tlog-proof`];
    if (!this.container.paths.has(path)) throw new Wrong('file-missing', { path });
    const entry = entryOf(event);
    if (!areEqual(await this.container.read(path), entry)) throw new Wrong('entry-of-other-event', { path });
    return { index: await this.check(proof, entry), read: [path, proof] };
  }

  /** That the entry stands in the log. @returns its place there. */
  async check(path: string, entry: Uint8Array): Promise<number> {
    const proof = await this.readProof(path);
    const checkpoint = await this.checkpointOf(proof, path);
    const leaf = leafHash(entry);
    const root = rootOfInclusion(leaf, proof.index, checkpoint.size, proof.hashes);
    if (!root || !areEqual(root, checkpoint.root)) throw new Wrong('proof-wrong', { path });
    // One place holds one entry, whatever two checkpoints say of it.
    const hash = toHex(leaf);
    if ((this.placesTaken.get(proof.index) ?? hash) !== hash) throw new Wrong('checkpoint-contradicts', { path });
    this.placesTaken.set(proof.index, hash);
    return proof.index;
  }

  private async readProof(path: string): Promise<TlogProof> {
    if (!this.container.paths.has(path)) throw new Wrong('file-missing', { path });
    const proof = readTlogProof(await this.container.read(path));
    if (!proof) throw new Wrong('proof-unreadable', { path });
    return proof;
  }

  private async checkpointOf(proof: TlogProof, path: string): Promise<Checkpoint> {
    const bytes = toHex(proof.checkpoint);
    const known = this.checked.get(bytes);
    if (known) return known;
    const checkpoint = readCheckpoint(proof.checkpoint);
    if (!checkpoint) throw new Wrong('checkpoint-unreadable', { path });
    await this.checkSignatures(checkpoint);
    this.agree(checkpoint, path);
    this.checked.set(bytes, checkpoint);
    this.largest = Math.max(this.largest, checkpoint.size);
    return checkpoint;
  }

  /** Entries of one number have one root. */
  private agree({ size, root: bytes }: Checkpoint, path: string): void {
    const root = toHex(bytes);
    if ((this.rootOfSize.get(size) ?? root) !== root) throw new Wrong('checkpoint-contradicts', { path });
    this.rootOfSize.set(size, root);
  }

  private async checkSignatures({ origin, size, note }: Checkpoint): Promise<void> {
    const key = this.history.keyFor(size);
    if (origin !== key.name) throw new Wrong('checkpoint-of-other-log', { origin, expected: key.name });
    if (!(await isNoteSignedBy(note, key))) throw new Wrong('checkpoint-unsigned', { key: key.text });
    for (const witness of this.witnesses) {
      if (!(await isNoteSignedBy(note, witness))) throw new Wrong('cosignature-missing', { key: witness.text });
    }
    const asked = [key, ...this.witnesses].map(({ name }) => name);
    for (const { name } of note.signatures) if (!asked.includes(name)) this.otherSigners.add(name);
  }
}

const proofOfKey = (path: string) => path.replace(/entry$/, 'tlog-proof');

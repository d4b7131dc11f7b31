import { setTimeout as sleep } from 'node:timers/promises';
import { type Checkpoint, type LogKey, signCheckpoint } from '../notes/checkpoint';
import { readKey } from '../notes/note-keys';
import { recordReadings } from '../keeping/record-readings';
import type { GrowingTree } from '../tree/growing-tree';
import { TILE_WIDTH, type TilePlace } from '../tree/tiles';
import { checkLog } from '../checking/check-log';
import { resumeLog, type Resumption } from '../resuming/resume-log';
import { bundlesOf, eachStretch, isLost } from '../keeping/entries';
import { LogFolder, type LogStore, signedInTurn } from '../keeping/log-folder';
import { LogStands } from '../keeping/log-fault';
import {
  countEntries,
  fileSealedRows,
  type KeyRow,
  keysOfLog,
  type LogDatabase,
  logEvents,
  noteFault,
  notePublished,
  ownEntries,
  type Published,
  publishedLog,
  type Statements,
  takeLog,
  whatIsDue,
} from '../keeping/log-rows';
import type { LogWitness } from '../witnessing/log-witness';
import { LogSecret, type SecretOptions } from '../keeping/log-secret';

/** Events that are given their places, or whose lines are filed, in one transaction. */
const AT_ONCE = 2_000;
/** How long an event may wait until somebody looks. */
const LOOK_EVERY_MS = 1_000;
/** How often the store is held against the database although nothing waits; and where it did not agree. */
const COMPARE_EVERY_MS = 60_000;

export interface SequencerOptions extends SecretOptions {
  readonly database: LogDatabase;
  readonly store: LogStore;
  /** Who signs the checkpoints too, from elsewhere. */
  readonly witness?: Pick<LogWitness, 'note'> | undefined;
  /** Is told, once, what went wrong. */
  readonly say: (line: string) => void;
}

/**
 * Takes committed events into the log, and publishes it: any number of candidates, of whom one at a time holds the row of what
 * was published. The commit that gives events their places is the truth; tiles and checkpoint follow from it, and are written
 * again by whoever comes after one that died. Before each it looks whether the store still holds what was published.
 */
export class Sequencer {
  private readonly secret: LogSecret;
  private readonly folder: LogFolder;
  private readonly ending = new AbortController();
  private working: Promise<void> | undefined;
  /** As it was published last by this process. */
  private tree: GrowingTree | undefined;
  private comparedAt = Number.NEGATIVE_INFINITY;
  /** What the witness has signed last, and the last of it that agreed with the tree as it was read once and has grown since. */
  private witnessed: string | null = null;
  private agreed: string | null = null;
  /** For which other log the witness has signed, as was said. */
  private foreign = '';
  /** Whether strangers were told by this process what the log says of itself. */
  private isOwnTold = false;
  private lastTrouble = '';
  private stoodAt: number | undefined;

  constructor(private readonly options: SequencerOptions) {
    this.secret = new LogSecret(options);
    this.folder = new LogFolder(options.store);
  }

  start(): void {
    this.working ??= this.work();
  }

  /** Lets what was begun end. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.working;
  }

  /** Logs and publishes what waits, makes events of the readings that wait, and files the lines of rows. @returns whether there is more. */
  async round(): Promise<boolean> {
    const { database } = this.options;
    const due = await whatIsDue(database);
    const logging = this.log(due.log);
    // Also while the log stands, which holds up no event.
    await logging.catch(() => undefined);
    const readings = due.readings ? await recordReadings(database) : 0;
    const filed = due.rows ? await fileSealedRows(database, AT_ONCE) : 0;
    return (await logging) || readings > 0 || filed === AT_ONCE;
  }

  private async log(isDue: boolean): Promise<boolean> {
    const isNews = await this.hearWitness();
    const isRecent = performance.now() - this.comparedAt < COMPARE_EVERY_MS;
    if (isRecent && !isNews && !isDue) return false;
    // Also after a failure: one that lasts is not asked about every second.
    this.comparedAt = performance.now();
    try {
      const logged = await this.holdingLog(async (tx, published) => {
        await this.compare(tx, published);
        return await logEvents(tx, AT_ONCE);
      });
      await this.holdingLog((tx, published) => this.publish(tx, published));
      return logged === AT_ONCE;
    } catch (error) {
      if (error instanceof LogStands) await this.stand(error);
      throw error;
    }
  }

  /** @returns whether the witness has signed what was not compared yet. */
  private async hearWitness(): Promise<boolean> {
    this.witnessed = (await this.options.witness?.note(this.isOwed)) ?? this.witnessed;
    return this.witnessed !== this.agreed;
  }

  /** Whether the witness has not signed yet what was published last. */
  private get isOwed(): boolean {
    return Number(this.witnessed?.split('\n', 2)[1]) !== this.tree?.size;
  }

  /** Gives the log a new key, which the old one signs, and publishes. @returns its written form; null while another publishes. */
  async rotateKey(): Promise<string | null> {
    await this.hearWitness();
    const written = await this.holdingLog(async (tx, published) => {
      await this.compare(tx, published);
      return await this.secret.rotate(tx);
    });
    if (written !== null) await this.holdingLog((tx, published) => this.publish(tx, published));
    return written;
  }

  /**
   * Lets the log go on after a loss.
   * @param reason which the log bears for good, as one line; null to be told first what would be given up.
   * @returns what there was to mend, and whether it was; null while another publishes.
   * @throws LogStands when nothing but the true database and the true store helps.
   */
  async resume(reason: string | null): Promise<Resumption | null> {
    await this.hearWitness();
    const outcome = await this.holdingLog(async (tx, published) => {
      const [key] = await keysOfLog(tx);
      const witnessed = key && this.isOfOther(this.witnessed, readKey(key.written).name) ? null : this.witnessed;
      const hasTiles = async () => (await checkLog(tx, this.options.store)).fault !== 'damaged-tiles';
      const { folder, secret } = this;
      return await resumeLog(tx, published, { folder, secret, witnessed, reason, hasTiles });
    });
    if (outcome?.isDone) await this.holdingLog((tx, published) => this.publish(tx, published));
    return outcome;
  }

  private async work(): Promise<void> {
    while (!this.ending.signal.aborted) {
      let more = false;
      let pause = LOOK_EVERY_MS;
      try {
        more = await this.round();
        this.lastTrouble = '';
      } catch (error) {
        this.tell(error);
        if (error instanceof LogStands) pause = 10 * LOOK_EVERY_MS;
      }
      if (!more) await sleep(pause, undefined, { signal: this.ending.signal }).catch(() => undefined);
    }
  }

  private tell(error: unknown): void {
    const trouble = error instanceof Error ? error.message : String(error);
    if (trouble !== this.lastTrouble) this.options.say(trouble);
    this.lastTrouble = trouble;
  }

  /** A candidate that lacks the key may be one of several: the log stands when none has published meanwhile. */
  private async stand({ fault }: LogStands): Promise<void> {
    this.tree = undefined;
    const { size } = await publishedLog(this.options.database);
    if (fault !== 'no-key' || size === this.stoodAt) await noteFault(this.options.database, fault);
    this.stoodAt = size;
  }

  /** @returns null, without working, while another holds the log. */
  private async holdingLog<T>(work: (tx: Statements, published: Published) => Promise<T>): Promise<T | null> {
    return await this.options.database.transaction(async (tx) => {
      const published = await takeLog(tx);
      return published && (await work(tx, published));
    });
  }

  /**
   * Whether the store and the database still agree on what was published. The store may be ahead by what was published
   * by one who died before he noted it, if the entries give it.
   * @throws LogStands
   */
  private async compare(tx: Statements, published: Published) {
    const { key, keys } = await this.secret.get(tx);
    const checkpoint = await this.folder.checkpoint(keys);
    if ((checkpoint?.size ?? 0) < published.size) throw new LogStands('older-store');
    const tree = await this.treeOf(published);
    if (checkpoint) await this.refuseOther(tx, tree, checkpoint);
    if (this.witnessed !== this.agreed) {
      if (this.isOfOther(this.witnessed, key.name)) this.agreed = this.witnessed;
      else await this.refuseOtherThanWitness(tx, tree, keys);
    }
    return { key, keys, tree };
  }

  private async treeOf(published: Published): Promise<GrowingTree> {
    if (this.tree?.size !== published.size || !this.tree.root().equals(published.root)) {
      this.tree = await this.folder.tree(published);
      this.agreed = null;
    }
    return this.tree;
  }

  private async refuseOther(tx: Statements, tree: GrowingTree, { size, root }: Checkpoint): Promise<void> {
    if (size > (await countEntries(tx))) throw new LogStands('older-database');
    if (!(await grownTo(tx, tree, size)).root().equals(root)) throw new LogStands('other-log');
  }

  /** What bears witness for another log says nothing of this one, and must not hold it up. */
  private isOfOther(note: string | null, name: string): boolean {
    const [origin = name] = note?.split('\n', 1) ?? [];
    if (origin !== name && origin !== this.foreign) {
      this.foreign = origin;
      this.options.say(`the witness signs the log ${origin}, not ${name}: what it has signed is not taken`);
    }
    return origin !== name;
  }

  /** What agrees is kept in the store. */
  private async refuseOtherThanWitness(tx: Statements, tree: GrowingTree, keys: readonly KeyRow[]): Promise<void> {
    const note = this.witnessed ?? '';
    const signed = signedInTurn(note, keys);
    if (!signed || !(await this.holds(tx, tree, signed))) throw new LogStands('older-than-witness');
    await this.folder.writeWitnessed(note);
    this.agreed = note;
  }

  private async holds(tx: Statements, tree: GrowingTree, { size, root }: Checkpoint): Promise<boolean> {
    if (size > (await countEntries(tx))) return false;
    const then = size < tree.size ? await this.folder.earlierTree(size, tree.size) : await grownTo(tx, tree, size);
    return then.root().equals(root);
  }

  private async publish(tx: Statements, published: Published): Promise<void> {
    const { key, keys, tree } = await this.compare(tx, published);
    const size = await countEntries(tx);
    if (size > published.size) await this.publishTo(tx, { size, tree: tree.copy() }, { key, keys });
    else if (published.fault) await notePublished(tx, published.size, published.root);
  }

  private async publishTo(
    tx: Statements,
    { size, tree }: { readonly size: number; readonly tree: GrowingTree },
    { key, keys }: { readonly key: LogKey; readonly keys: readonly KeyRow[] },
  ): Promise<void> {
    const before = tree.size;
    const written: TilePlace[] = [];
    const from = before - (before % TILE_WIDTH);
    await eachStretch(tx, { from, to: size }, async (rows) => {
      if (rows.some((row) => row.index >= before && !row.hasEvent && !isLost(row))) this.isOwnTold = false;
      const tiles = bundlesOf(rows);
      for (const { index, leafHash } of rows) if (index >= before) tiles.push(...tree.append(leafHash));
      await this.folder.writeTiles(tiles);
      // Without their bytes, which may be many.
      written.push(...tiles.map(({ level, index, width }) => ({ level, index, width })));
    });
    await this.folder.writeTiles(tree.edge());
    const root = tree.root();
    if (!this.isOwnTold) await this.folder.writeChanges(await ownEntries(tx, size));
    await this.folder.writeCheckpoint(signCheckpoint({ origin: key.name, size, root }, key), keys);
    await this.folder.removePartsOf(written);
    await notePublished(tx, size, root);
    this.isOwnTold = true;
    this.tree = tree;
  }
}

/** The tree with the entries up to this size. */
async function grownTo(tx: Statements, tree: GrowingTree, size: number): Promise<GrowingTree> {
  const grown = tree.copy();
  await eachStretch(tx, { from: tree.size, to: size }, (rows) => {
    for (const { leafHash } of rows) grown.append(leafHash);
  });
  return grown;
}

/** How far the log has come, and why it stands, if it does. */
export const stateOfLog = async (database: Statements): Promise<Published> => await publishedLog(database);

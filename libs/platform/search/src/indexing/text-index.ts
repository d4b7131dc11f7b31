import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { select, type SqlRunner } from '@patravali/database';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { saidIn, type SaidText } from '../words/said';
import { SearchWords } from '../words/search-words';

/** So many texts in one transaction: others who change one of them wait for no longer. */
const AT_ONCE = 100;
/** Whoever looks for what he wrote a moment ago finds it. */
const PAUSE_MS = 250;
/** While much is due, as after an upgrade, others get their turn. */
const BETWEEN_MS = 10;
/** After a failure, which the database itself may be. */
const AFTER_FAILURE_MS = 5_000;

/** How one kind of texts is read and found. */
export interface IndexedTexts {
  /** The ids of all items that are found, and of those that were, as a query whose column is `id`. */
  readonly all: string;
  /** The texts of these items; of one that is gone, none. */
  read(database: SqlRunner, ids: readonly string[]): Promise<readonly ({ readonly id: string } & SaidText)[]>;
  /** Keeps by which stems each item is found: a `tsvector` as text. */
  keep(database: SqlRunner, ids: readonly string[], said: readonly string[]): Promise<void>;
  /** Lets go of items that are gone. */
  forget?(database: SqlRunner, ids: readonly string[]): Promise<void>;
}

/**
 * Indexes what triggers noted as due (`search_due`). Any number of processes may work: each takes what no other holds, and what
 * one that died had taken is due again.
 */
@Injectable()
export class TextIndex {
  private readonly logger = new Logger(TextIndex.name);
  private readonly kinds = new Map<string, IndexedTexts>();
  private readonly ending = new AbortController();
  private working: Promise<void> | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly words: SearchWords,
  ) {}

  register(kind: string, texts: IndexedTexts): void {
    this.kinds.set(kind, texts);
  }

  start(): void {
    this.working ??= this.work();
  }

  /** Lets what was begun end. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.working;
  }

  /** Indexes all that is due now. */
  async indexAll(): Promise<void> {
    while ((await this.indexSome()) === AT_ONCE);
  }

  /**
   * Notes everything of every kind as due: whatever indexes goes through it beside its work, the newest first, and after it was
   * stopped goes on. What is indexed is found as before until its turn.
   * @returns how many items are due.
   */
  async noteAll(): Promise<number> {
    let noted = 0;
    for (const [kind, { all }] of this.kinds) {
      const sql = `WITH noted AS MATERIALIZED (SELECT find_words_of($1, each.id) FROM (${all}) each (id))
        SELECT count(*)::integer AS noted FROM noted`;
      const [counted] = await select(this.database, z.object({ noted: z.int() }), sql, [kind]);
      noted += counted?.noted ?? 0;
    }
    return noted;
  }

  /** @returns how many items were due. */
  private async indexSome(): Promise<number> {
    return await this.database.transaction(async (tx) => {
      const due = await select(
        tx,
        z.object({ kind: z.string(), id: z.uuid() }),
        `DELETE FROM search_due d USING (SELECT kind, item_id FROM search_due ORDER BY item_id DESC LIMIT $1
           FOR UPDATE SKIP LOCKED) taken
         WHERE d.kind = taken.kind AND d.item_id = taken.item_id RETURNING d.kind, d.item_id AS id`,
        [AT_ONCE],
      );
      for (const [kind, texts] of this.kinds) {
        const ids = due.filter((each) => each.kind === kind).map(({ id }) => id);
        if (ids.length === 0) continue;
        const items = await texts.read(tx, ids);
        const there = new Set(items.map(({ id }) => id));
        const gone = ids.filter((id) => !there.has(id));
        if (gone.length > 0) await texts.forget?.(tx, gone);
        if (items.length === 0) continue;
        const said = await saidIn(tx, this.words, items);
        await texts.keep(
          tx,
          items.map(({ id }) => id),
          said,
        );
      }
      return due.length;
    });
  }

  private async work(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      const pause = await this.indexSome().then(
        (due) => (due === AT_ONCE ? BETWEEN_MS : PAUSE_MS),
        (error: unknown) => {
          this.logger.warn(error instanceof Error ? error.message : error);
          return AFTER_FAILURE_MS;
        },
      );
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { custodyAs } from '@patravali/custody';
import { select, type Transaction, Transactions } from '@patravali/database';
import { endChange, lockChange, noteProgress, standingChanges, type SuperiorChange } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';

/** Files that are locked at once: whoever wants one of them waits for a tenth of a second at most. */
const AT_ONCE = 50;
/** Whoever works in the office goes first. */
const PAUSE_MS = 20;
/** A command that began before the change was seen may still write readers by the tree as it was. */
const LOOK_AGAIN_MS = 100;
const WAIT_AT_MOST_MS = 60_000;

const NO_ID = '00000000-0000-0000-0000-000000000000';
const CUSTODY = custodyAs('c');
/** Above normal nobody reads by being a superior. */
const OF_POST = `c.organisation_id = $1 AND c.reader_post_ids @> ARRAY[$2::uuid] AND c.grading = 'normal'`;
const IDS = z.object({ id: z.uuid() });
const OPEN = z.object({ open: z.array(z.string()) });
const COUNT = z.object({ count: z.int() });

/** Another process is at it, or it has ended. */
class NotOurs extends Error {}

/** What is told in one transaction, in the order of ids: how many things changed, and the last of those that were looked at. */
export interface Told {
  readonly changed: number;
  readonly last: string | undefined;
}

/** Tells some of the things of an area above, after this id, who stands above the post now. */
export type FollowSome = (tx: Transaction, change: SuperiorChange, after: string, atOnce: number) => Promise<Told>;

/**
 * Tells the files that are read because of a post who its superiors are now, and then what else is read so: some at a time, in the order
 * of their ids. What was done stays done when it is broken off. It reckons by the tree as it stands, so the order of two changes does
 * not matter.
 */
@Injectable()
export class FollowSuperiors {
  private readonly others: FollowSome[] = [];

  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
  ) {}

  /** For an area whose things superiors read as well. */
  register(others: FollowSome): void {
    this.others.push(others);
  }

  async execute(): Promise<void> {
    for (const change of await standingChanges(this.database)) {
      if (change.files === null) await this.letCommandsEnd();
      try {
        await this.follow(change);
      } catch (error) {
        if (!(error instanceof NotOurs)) throw error;
      }
    }
  }

  private async follow(change: SuperiorChange): Promise<void> {
    while ((await this.inOne(change, (tx, locked) => tellFiles(tx, locked))).last !== undefined) await sleep(PAUSE_MS);
    for (const some of this.others) {
      let after: string | undefined = NO_ID;
      while (after !== undefined) {
        const from: string = after;
        after = (await this.inOne(change, (tx, locked) => some(tx, locked, from, AT_ONCE))).last;
        await sleep(PAUSE_MS);
      }
    }
    await this.inOne(change, async (tx, { id }) => {
      await endChange(tx, id);
      return { changed: 0, last: undefined };
    });
  }

  /** What began before now has ended: what begins later finds the tree as it is. */
  private async letCommandsEnd(): Promise<void> {
    const began = await this.openTransactions();
    for (let waited = 0; waited < WAIT_AT_MOST_MS; waited += LOOK_AGAIN_MS) {
      const open = new Set(await this.openTransactions());
      if (!began.some((each) => open.has(each))) return;
      await sleep(LOOK_AGAIN_MS);
    }
  }

  private async openTransactions(): Promise<string[]> {
    const [found] = await select(this.database, OPEN, 'SELECT to_jsonb(open_transactions()) AS open', []);
    return found?.open ?? [];
  }

  /** One transaction, which nobody else has meanwhile. @throws NotOurs */
  private inOne(
    { id, organisationId, postId }: SuperiorChange,
    tell: (tx: Transaction, change: SuperiorChange) => Promise<Told>,
  ): Promise<Told> {
    const by = { organisationId, userId: null, postId: null, capacity: null };
    return this.transactions.run(by, async (tx) => {
      const change = await lockChange(tx, id);
      if (!change) throw new NotOurs();
      const told = await tell(tx, change);
      const data = { files: told.changed };
      await tx.record('organisation.readers_followed', organisationId, { relatedId: postId, data });
      return told;
    });
  }
}

async function tellFiles(tx: Transaction, change: SuperiorChange): Promise<Told> {
  const found = await nextFiles(tx, change);
  const last = found.at(-1);
  if (last === undefined) return { changed: 0, last };
  const changed = await reckonReaders(tx, change, found);
  const files = change.files ?? (await countFiles(tx, change));
  await noteProgress(tx, change.id, { files, done: change.filesDone + found.length, last });
  return { changed, last };
}

async function nextFiles(tx: Transaction, { organisationId, postId, lastFileId }: SuperiorChange): Promise<string[]> {
  const found = await tx.select(
    IDS,
    `SELECT c.file_id AS id FROM ${CUSTODY} WHERE ${OF_POST} AND c.file_id > $3 ORDER BY c.file_id LIMIT ${AT_ONCE} FOR NO KEY UPDATE`,
    [organisationId, postId, lastFileId ?? NO_ID],
  );
  return found.map(({ id }) => id);
}

async function countFiles(tx: Transaction, { organisationId, postId }: SuperiorChange): Promise<number> {
  const [found] = await tx.select(COUNT, `SELECT count(*)::int AS count FROM ${CUSTODY} WHERE ${OF_POST}`, [
    organisationId,
    postId,
  ]);
  return found?.count ?? 0;
}

/** @returns of how many other posts read them now. */
async function reckonReaders(tx: Transaction, { organisationId }: SuperiorChange, ids: string[]): Promise<number> {
  const [found] = await tx.select(COUNT, `SELECT reckon_readers($1, $2::uuid[]) AS count`, [organisationId, ids]);
  return found?.count ?? 0;
}

import { Inject, Injectable, Logger } from '@nestjs/common';
import { officeCommand, SCHEDULE } from '@patravali/config';
import { type Queue, select, Transactions } from '@patravali/database';
import { OBJECT_STORE, type ObjectStore, type Sha256 } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { DocumentUses } from '../document/document-uses';
import { deleteUnusedDocuments } from './delete-unused-documents';
import { namedHashes } from './named-hashes';
import { OtherObjects } from './other-objects';
import { type Agreement, StoreGeneration } from './store-generation';
import { sweep, type Swept } from './sweep';

/** At night, when nobody uploads. */
export const SWEEP_OBJECTS: Queue = { name: 'sweep', data: z.object({}), cron: SCHEDULE.sweepObjects };

/** Two clocks that differ by more than this, in milliseconds, say nothing of how old a thing is. */
const CLOCKS_MAY_DIFFER = 60 * 60 * 1000;

export type SweepOutcome = { readonly refused: Exclude<Agreement, 'agreed'> | 'clocks-differ' } | Swept;

/**
 * Sets aside what no document names: the remains of uploads and issues that failed after their put, and of documents that
 * nobody used for a week. Does nothing with a database that may know less than the store.
 */
@Injectable()
export class SweepObjects {
  private readonly logger = new Logger(SweepObjects.name);

  constructor(
    private readonly database: EntityManager,
    private readonly transactions: Transactions,
    private readonly uses: DocumentUses,
    private readonly others: OtherObjects,
    private readonly generation: StoreGeneration,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  async execute({ whateverTheShare = false } = {}): Promise<SweepOutcome> {
    const agreement = await this.generation.advance();
    if (agreement !== 'agreed') return this.refused(agreement);
    const now = await this.generation.timeOfStore();
    if (await this.isFarFrom(now)) return this.refused('clocks-differ');
    const unused = await deleteUnusedDocuments(this.database, this.transactions, this.uses);
    const expected = new Set([...unused, ...(await this.others.letGo())]);
    const named = (batch: readonly Sha256[]) => namedHashes(this.database, this.others, batch);
    const swept = await sweep(this.store, { now, namedHashes: named, expected, whateverTheShare });
    const { seen, unnamed, setAside, discarded } = swept;
    const counts = `${seen} objects, ${unnamed} named by no document, ${setAside} set aside, ${discarded} discarded`;
    if (swept.stopped) this.logger.error(`sweep stopped: ${counts}; run "${officeCommand('check')}"`);
    else this.logger.log(`sweep: ${counts}; ${unused.size} unused documents deleted`);
    return swept;
  }

  private refused(refused: Exclude<Agreement, 'agreed'> | 'clocks-differ'): SweepOutcome {
    // The first night of a store marks it, the second sweeps it.
    if (refused === 'unmarked') this.logger.log('sweep: the store is marked from now on');
    else this.logger.error(`sweep refused: ${refused}; run "${officeCommand('check')}"`);
    return { refused };
  }

  private async isFarFrom(now: Date): Promise<boolean> {
    const [clock] = await select(
      this.database,
      z.object({ differ: z.number() }),
      'SELECT abs(extract(epoch FROM office_now() - $1::timestamptz))::float8 AS differ',
      [now],
    );
    return (clock?.differ ?? Infinity) * 1000 > CLOCKS_MAY_DIFFER;
  }
}

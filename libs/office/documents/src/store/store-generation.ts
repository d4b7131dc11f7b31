import { SCHEDULE } from '@patravali/config';
import { Inject, Injectable } from '@nestjs/common';
import { type Queue, select } from '@patravali/database';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { z } from 'zod';

/** Every hour: so much later than its backup a database can be and still pass for the present one. */
export const MARK_STORE: Queue = { name: 'mark-store', data: z.object({}), cron: SCHEDULE.markStore };

const Generation = z.object({ store: z.uuid(), generation: z.int() });
type Generation = z.infer<typeof Generation>;

/**
 * How the database and the store stand to each other. `unmarked`: the store is new, or older than this rule.
 * `older-database`: the store has gone on without this database, as after the restoring of an old backup.
 * `other-office`: the store belongs to another database.
 */
export type Agreement = 'agreed' | 'unmarked' | 'older-database' | 'other-office';

/**
 * A number that stands in the database and in the store, and grows by one every hour, in the database first. While both agree,
 * or the database is ahead, its rows are the last word on what the store must keep; a database that is behind knows nothing
 * of what came later, and must not be believed when it names no document for an object.
 */
@Injectable()
export class StoreGeneration {
  constructor(
    private readonly database: EntityManager,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  async agreement(): Promise<Agreement> {
    const [noted, mine] = [await this.noted(), await this.mine()];
    if (!noted) return 'unmarked';
    if (noted.store !== mine.store) return 'other-office';
    return noted.generation > mine.generation ? 'older-database' : 'agreed';
  }

  /** Begins the next generation, unless the two disagree. @returns how they stood before. */
  async advance(): Promise<Agreement> {
    const before = await this.agreement();
    if (before === 'agreed' || before === 'unmarked') await this.begin(await this.mine());
    return before;
  }

  /** A person has decided that this database is the office's from now on. */
  async acceptDatabase(): Promise<void> {
    const [noted, mine] = [await this.noted(), await this.mine()];
    await this.begin({ store: mine.store, generation: Math.max(noted?.generation ?? 0, mine.generation) });
  }

  /** The time by the clock of the store: when the last generation was noted, which is now. */
  async timeOfStore(): Promise<Date> {
    const marker = await this.store.readMarker();
    if (!marker) throw new Error('The store has no marker');
    return marker.writtenAt;
  }

  private async begin({ store, generation }: Generation): Promise<void> {
    const next: Generation = { store, generation: generation + 1 };
    await this.database.query('UPDATE store_generation SET generation = GREATEST(generation, $1)', [next.generation]);
    await this.store.writeMarker(JSON.stringify(next));
  }

  private async mine(): Promise<Generation> {
    const [row] = await select(this.database, Generation, 'SELECT store, generation FROM store_generation');
    if (!row) throw new Error('The database does not know its store');
    return row;
  }

  private async noted(): Promise<Generation | null> {
    const marker = await this.store.readMarker();
    return marker && Generation.parse(JSON.parse(marker.text));
  }
}

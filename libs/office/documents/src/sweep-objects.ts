import { Inject, Injectable } from '@nestjs/common';
import { type Queue, select } from '@patravali/database';
import { OBJECT_STORE, type ObjectStore, type Sha256, toSha256 } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { sweep, type Swept } from './sweep';

/** At night, when nobody uploads. */
export const SWEEP_OBJECTS: Queue = { name: 'sweep', data: z.object({}), cron: '30 2 * * *' };

/** Removes from the store what no document names: the remains of uploads and issues that failed after their put. */
@Injectable()
export class SweepObjects {
  constructor(
    private readonly database: EntityManager,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  execute(): Promise<Swept> {
    return sweep(this.store, (batch) => this.named(batch));
  }

  private async named(batch: readonly Sha256[]): Promise<ReadonlySet<Sha256>> {
    const rows = await select(
      this.database,
      z.object({ sha256: z.string() }),
      'SELECT DISTINCT sha256 FROM document WHERE sha256 = ANY ($1)',
      [[...batch]],
    );
    return new Set(rows.map(({ sha256 }) => toSha256(sha256)));
  }
}

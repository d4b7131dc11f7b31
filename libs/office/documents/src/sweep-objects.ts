import { Inject, Injectable } from '@nestjs/common';
import { OBJECT_STORE, type ObjectStore, type Sha256 } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { sweep, type Swept } from './sweep';

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
    const rows = await this.database.query<{ sha256: Sha256 }[]>(
      'SELECT DISTINCT sha256 FROM document WHERE sha256 = ANY ($1)',
      [[...batch]],
    );
    return new Set(rows.map(({ sha256 }) => sha256));
  }
}

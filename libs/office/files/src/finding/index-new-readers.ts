import { setTimeout as sleep } from 'node:timers/promises';
import { SCHEDULE } from '@patravali/config';
import { Injectable } from '@nestjs/common';
import { type Queue, select } from '@patravali/database';
import { EntityManager } from 'typeorm';
import { z } from 'zod';

/** At forty past each hour: a search looks at each of the files that came to its reader since. */
export const INDEX_NEW_READERS: Queue = { name: 'sort-in-readers', data: z.object({}), cron: SCHEDULE.indexNewReaders };

/** So few files at once that whoever wants one of them does not notice. */
const AT_ONCE = 20;
const PAUSE_MS = 50;

/** Sorts those who can read a file since the last time into what files are found by. */
@Injectable()
export class IndexNewReaders {
  constructor(private readonly database: EntityManager) {}

  async execute(): Promise<void> {
    while (await this.some()) await sleep(PAUSE_MS);
  }

  private async some(): Promise<boolean> {
    const [row] = await select(this.database, z.object({ files: z.int() }), 'SELECT sort_in_new_readers($1) AS files', [
      AT_ONCE,
    ]);
    return row !== undefined && row.files > 0;
  }
}

import type { DataSource } from 'typeorm';

/** Held while the schema and the rights in it are changed: of several processes that start at once one does it. */
const LOCK = 7_282_541;

/** Connects the owner, and does the work while no other process does the same. */
export async function aloneAsOwner(owner: DataSource, work: () => Promise<void>): Promise<void> {
  await owner.initialize();
  try {
    const runner = owner.createQueryRunner();
    await runner.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await work().finally(async () => {
      await runner.query('SELECT pg_advisory_unlock($1)', [LOCK]);
      await runner.release();
    });
  } finally {
    await owner.destroy();
  }
}

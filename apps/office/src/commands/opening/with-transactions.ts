import { Jobs, Transactions } from '@patravali/database';
import { recordEvent } from '@patravali/ledger';
import { applicationDataSource } from '@patravali/schema';
import type { DataSource } from 'typeorm';

/** What the launcher needs to run a command of the office, in the same database role as the server. */
export interface OfficeAccess {
  readonly dataSource: DataSource;
  readonly transactions: Transactions;
}

/** Opens the database in the application's role while `work` runs. */
export async function withTransactions<T>(databaseUrl: string, work: (office: OfficeAccess) => Promise<T>): Promise<T> {
  const dataSource = await applicationDataSource(databaseUrl, { size: 2, connectsWithinMs: 60_000 }).initialize();
  const jobs = new Jobs(databaseUrl);
  try {
    return await work({ dataSource, transactions: new Transactions(dataSource, jobs, recordEvent) });
  } finally {
    await jobs.stop();
    await dataSource.destroy();
  }
}

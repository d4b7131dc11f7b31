import { LoadOffice, OfficeDescription } from '@patravali/people';
import demoOffice from '../demo/office.json';
import { withTransactions } from './with-transactions';

/** Fills an empty database with the demo office; leaves one that holds an office as it is. */
export function seedDemo(databaseUrl: string): Promise<void> {
  return withTransactions(databaseUrl, async ({ dataSource, transactions }) => {
    const [known] = await dataSource.query<unknown[]>('SELECT 1 FROM organisation LIMIT 1');
    if (known) return;
    await new LoadOffice(dataSource, transactions).execute(OfficeDescription.parse(demoOffice));
  });
}

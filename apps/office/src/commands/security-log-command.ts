import { ExportSecurityEvents } from '@patravali/contract';
import { securityLogLines } from '@patravali/identity';
import { Organisation } from '@patravali/organisation';
import { LauncherRefusal } from '../parts/sentences';
import { withDatabase } from './opening/with-database';
import { withTransactions } from './opening/with-transactions';

/** `npm run office -- security-log [FROM [TO]]`: prints the security events as JSON lines, between two days in India. */
export async function securityLog([from, to]: readonly string[]): Promise<void> {
  const { success, data: filter } = ExportSecurityEvents.safeParse({ from, to });
  if (!success) throw new LauncherRefusal('usage');
  await withDatabase(async (config) => {
    await withTransactions(config.databaseUrl, async ({ dataSource }) => {
      const [office] = await dataSource.manager.find(Organisation, { take: 1 });
      if (!office) return;
      for await (const lines of securityLogLines(dataSource.manager, office.id, filter)) process.stdout.write(lines);
    });
  });
}

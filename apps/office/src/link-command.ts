import { Jobs, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { MakeSignInLink } from '@patravali/people';
import { applicationDataSource } from '@patravali/schema';
import { LauncherRefusal } from './sentences';
import { signInAddress } from './sign-in-address';
import { withDatabase } from './with-database';

/** `npm run office -- link USERNAME`: prints a new one-time sign-in link for a person. */
export async function link([username]: readonly string[]): Promise<void> {
  if (!username) throw new LauncherRefusal('usage');
  await withDatabase(async (config) => {
    const dataSource = await applicationDataSource(config.databaseUrl, { size: 1 }).initialize();
    try {
      const transactions = new Transactions(dataSource, new Jobs(config.databaseUrl));
      const { token } = await new MakeSignInLink(dataSource, transactions).execute(username);
      console.log(signInAddress(config, token));
    } catch (error) {
      if (error instanceof Refusal && error.kind === 'not-found')
        throw new LauncherRefusal('noSuchPerson', { username });
      throw error;
    } finally {
      await dataSource.destroy();
    }
  });
}

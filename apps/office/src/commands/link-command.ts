import { Refusal } from '@patravali/errors';
import { MakeSignInLink, SecurityLog } from '@patravali/identity';
import { kindOf } from '@patravali/operations';
import { LauncherRefusal } from '../parts/sentences';
import { signInAddress } from './opening/sign-in-address';
import { withDatabase } from './opening/with-database';
import { withTransactions } from './opening/with-transactions';

/** `npm run office -- link USERNAME`: prints a new one-time sign-in link for a person. */
export async function link([username]: readonly string[]): Promise<void> {
  if (!username) throw new LauncherRefusal('usage');
  await withDatabase(async (config) => {
    const { token } = await withTransactions(config.databaseUrl, ({ dataSource, transactions }) =>
      new MakeSignInLink(dataSource.manager, transactions, new SecurityLog(dataSource.manager)).execute(username),
    ).catch((error: unknown) => {
      const unknown = error instanceof Refusal && kindOf(error) === 'not-found';
      throw unknown ? new LauncherRefusal('noSuchPerson', { username }) : error;
    });
    console.log(signInAddress(config, token));
  });
}

import { Refusal } from '@patravali/errors';
import { MakeSignInLink, SecurityLog } from '@patravali/identity';
import { kindOf } from '@patravali/operations';
import { LauncherRefusal, sentence } from '../parts/sentences';
import { setUpLink } from '../preparation/set-up-link';
import { signInAddress } from '../parts/link-address';
import { withDatabase } from './opening/with-database';
import { withTransactions } from './opening/with-transactions';

/** `npm run office -- link USERNAME`: prints a new one-time sign-in link for a person; without a name, one to set up the office. */
export async function link([username]: readonly string[]): Promise<void> {
  await withDatabase(async (config) => {
    if (!username) {
      const address = await setUpLink(config);
      if (address === null) throw new LauncherRefusal('usage');
      console.log(sentence('setUpLink', { link: address }));
      return;
    }
    const { token } = await withTransactions(config.databaseUrl, ({ dataSource, transactions }) =>
      new MakeSignInLink(dataSource.manager, transactions, new SecurityLog(dataSource.manager)).execute(username),
    ).catch((error: unknown) => {
      const unknown = error instanceof Refusal && kindOf(error) === 'not-found';
      throw unknown ? new LauncherRefusal('noSuchPerson', { username }) : error;
    });
    console.log(signInAddress(config, token));
  });
}

import { MakeSignInLink, SignIn, SignInByLink } from '@patravali/identity';
import { CheckGenuine } from '@patravali/letters';
import { useOffice } from '../support/office/office';
import { SMALL_OFFICE } from '../support/office/small-office';
import { timeOf } from '../support/processes/pace';

const office = useOffice({ holds: 'nothing', config: { demo: false } });
const ROUNDS = 8;

/** The least that each takes, asked in turns: what else the machine does only adds to it. */
async function leastOf(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<[number, number]> {
  let [first, second] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    first = Math.min(first, await timeOf(() => one().catch(() => undefined)));
    second = Math.min(second, await timeOf(() => other().catch(() => undefined)));
  }
  return [first, second];
}

describe('how long an answer takes', () => {
  it('does not tell whether anybody has the name that was refused', async () => {
    await office().load(SMALL_OFFICE);
    const { token } = await office().get(MakeSignInLink).execute('asha');
    await office().get(SignInByLink).execute({ token, newPassword: 'सड़क पर चले 2026', address: '10.0.0.7' });
    let round = 0;
    const refused = (name: string, address: string) => async () => {
      await office().rows('DELETE FROM sign_in_attempt');
      const username = name.replace('#', String(round++));
      await office().get(SignIn).execute({ username, password: 'wrong password', address });
    };
    const [known, unknown] = await leastOf(refused('asha', '10.1.0.1'), refused('nobody#', '10.1.0.2'));
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });

  it('does not tell whether a code that no letter has was mistyped', async () => {
    const check = (code: string) => () => office().get(CheckGenuine).execute({ code });
    const [unknown, mistyped] = await leastOf(check('000000000000000'), check('000000000000001'));
    expect(mistyped / unknown).toBeGreaterThan(0.9);
    expect(mistyped / unknown).toBeLessThan(1.1);
    // What is looked up takes a tenth of it.
    const lookingUp = await timeOf(() => office().rows(`SELECT FROM issue WHERE code = '000000000000000'`));
    expect(unknown).toBeGreaterThan(2 * lookingUp);
  });
});

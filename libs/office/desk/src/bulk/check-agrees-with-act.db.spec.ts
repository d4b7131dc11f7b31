import { compareChecks } from '../../../../../test/support/checked/checked-acts';
import { useOffice } from '../../../../../test/support/office/office';

/** Many more are compared in `test/proof/rules/checked-acts.db.spec.ts`. */
const PAIRS = 300;

describe('the check before an act on several files or receipts', () => {
  const office = useOffice({ holds: 'section' });

  it(`says of each what the act then says, word for word: ${PAIRS} random pairs of an item and an act`, async () => {
    const { pairs, done, refusals } = await compareChecks(office(), PAIRS);
    expect(pairs).toBeGreaterThanOrEqual(PAIRS);
    // Else nothing would be compared but refusals, or nothing but acts that are done.
    expect(Math.min(done, pairs - done)).toBeGreaterThan(PAIRS / 20);
    expect(refusals).toMatchObject({ 'not-found': expect.any(Number) as number });
  }, 120_000);
});

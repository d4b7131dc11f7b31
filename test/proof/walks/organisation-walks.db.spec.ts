import { checkChains } from '@patravali/ledger';
import { Chance } from '../../support/calls/chance';
import { OrganisationWalk } from '../../support/establishment/model/walk';
import { useOffice } from '../../support/office/office';
import { expectRowsAsRecorded } from '../../support/office/rows-as-recorded';
import { runs } from '../../support/run/runs';
import { INVARIANTS } from '../../support/walks/register-invariants';

/** So many in the short tier, and 10,000 with `PROOF_TIMES=20`: in a new office each time, since a full one is slower to compare. */
const STEPS = 500;
const STEPS_BETWEEN_INVARIANTS = 250;
/** Beside other work on the machine. */
const EACH_MS = 300;
/** The same office is drawn again with the seed that a failure names. */
const SEED = Number(process.env.PROOF_SEED ?? Date.now() % 1_000_000);

describe.each(Array.from({ length: runs(1) }, (_, at) => SEED + at))(
  'random changes of the organisation, seed %i',
  (seed) => {
    const office = useOffice({ holds: 'section' });

    it(
      `are accepted or refused as the model says, and leave what it says: ${STEPS} steps`,
      async () => {
        await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
        const walk = await OrganisationWalk.begin(office(), new Chance(seed));
        while (walk.taken.steps < STEPS) {
          const { steps } = walk.taken;
          await walk.step();
          if (walk.taken.steps > steps && walk.taken.steps % STEPS_BETWEEN_INVARIANTS === 0) {
            expect(await walk.brokenInvariants()).toEqual([]);
            await walk.expectSameHolders();
          }
        }
        for (const [rule, finds] of Object.entries(INVARIANTS)) {
          expect({ rule, broken: await office().rows(finds) }).toEqual({ rule, broken: [] });
        }
        expect((await checkChains(office().manager)).broken).toEqual([]);
        await expectRowsAsRecorded(office());
        const { steps, refused } = walk.taken;
        const met = [...walk.met]
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([what, times]) => `${what} ${times}`);
        process.stdout.write(`seed ${seed}: ${steps} changes, ${refused} of them refused: ${met.join(', ')}\n`);
        // Drawn so that right and wrong ones are mixed.
        expect(refused).toBeGreaterThan(STEPS / 10);
        expect(steps - refused).toBeGreaterThan(STEPS / 3);
      },
      STEPS * EACH_MS,
    );
  },
);

import fc from 'fast-check';
import { useOffice } from '../../support/office/office';
import type { ReceiptModel, ReceiptStep } from '../../support/model/receipt-model';
import { type Marking, NAMES, POSTS } from '../../support/walks/posts';
import { ReceiptWalk } from '../../support/walks/receipt-walk';
import { runs } from '../../support/run/runs';
import { TODAY } from '../../support/tours/tour-of-a-file';

const DIARISTS = ['DH1', 'DISPATCH'] as const;
/** Yesterday, today, or no day. */
const DUE = [null, null, '2026-02-27', TODAY];
const WALKS = runs(12);
const STEPS = 40;
const RECEIPTS = 3;

/** Who takes a step: somebody the letter knows, so that walks get somewhere, or anybody. */
type Who = 'holder' | 'sender' | 'copied' | Marking;

class Take implements fc.AsyncCommand<ReceiptWalk, object> {
  constructor(
    private readonly who: Who,
    private readonly step: ReceiptStep,
    private readonly which: number,
  ) {}
  check = ({ model }: ReceiptWalk) => model.receipts.length > 0;
  toString = () => `receipt ${this.which}: ${this.who} does ${JSON.stringify(this.step)}`;
  async run(walk: ReceiptWalk): Promise<void> {
    const { receipts } = walk.model;
    const receipt = receipts[this.which % receipts.length];
    if (receipt) await walk.take(receipt, known(receipt, this.who), this.step);
  }
}

/** Each step, and each reason to refuse one. */
const TOUR: readonly (readonly [by: Marking, step: ReceiptStep, refusal?: string])[] = [
  ['SO', { does: 'open' }, 'not-allowed'],
  ['DISPATCH', { does: 'open' }, 'not-found'],
  ['DH1', { does: 'return' }, 'illegal-receipt-move'],
  ['DH1', { does: 'forward', to: 'DH1', copyTo: [], dueOn: null }, 'to-oneself'],
  ['DH1', { does: 'forward', to: 'SO', copyTo: ['AUDIT'], dueOn: null }, 'post-takes-no-files'],
  ['DH1', { does: 'forward', to: 'SO', copyTo: ['DS', 'SO'], dueOn: null }, 'invalid-input'],
  ['DH1', { does: 'forward', to: 'SO', copyTo: [], dueOn: '2026-02-27' }, 'due-date-past'],
  ['DH1', { does: 'forward', to: 'SO', copyTo: ['DISPATCH', 'DH2'], dueOn: null }],
  ['DISPATCH', { does: 'see' }],
  ['SO', { does: 'see' }, 'no-copy'],
  ['DH1', { does: 'pull_back' }],
  ['DH2', { does: 'see' }, 'not-found'],
  ['DH1', { does: 'redirect', to: 'DS' }, 'letter-not-sent'],
  ['DH1', { does: 'forward', to: 'SO', copyTo: ['DISPATCH'], dueOn: TODAY }],
  ['SO', { does: 'redirect', to: 'DH1' }, 'redirected-to-sender'],
  ['SO', { does: 'redirect', to: 'DH2' }],
  ['DH2', { does: 'redirect', to: 'DS' }],
  ['DS', { does: 'open' }],
  ['DH2', { does: 'pull_back' }, 'letter-opened'],
  ['DS', { does: 'return' }],
  ['DS', { does: 'pull_back' }],
  ['DS', { does: 'return' }],
  // To who diarised it, not to who redirected it.
  ['DH2', { does: 'open' }, 'not-allowed'],
  ['DH1', { does: 'open' }],
  ['DH1', { does: 'forward', to: 'DISPATCH', copyTo: ['DH2'], dueOn: null }],
  // Given anew and taken back, the copy is again what it was.
  ['DISPATCH', { does: 'forward', to: 'DS', copyTo: ['DH2'], dueOn: null }],
  ['DISPATCH', { does: 'pull_back' }],
  ['DH2', { does: 'see' }],
  // Only an officer closes, what lies with him; he or his superior reopens it.
  ['DISPATCH', { does: 'close' }, 'not-allowed'],
  ['SO', { does: 'close' }, 'not-allowed'],
  ['DISPATCH', { does: 'forward', to: 'SO', copyTo: [], dueOn: TODAY }],
  ['SO', { does: 'reopen' }, 'illegal-receipt-move'],
  ['SO', { does: 'close' }],
  ['DISPATCH', { does: 'pull_back' }, 'illegal-receipt-move'],
  ['SO', { does: 'close' }, 'illegal-receipt-move'],
  ['DH2', { does: 'reopen' }, 'not-allowed'],
  ['DS', { does: 'reopen' }],
  ['DS', { does: 'return' }, 'letter-not-sent'],
  ['DS', { does: 'close' }],
  ['SO', { does: 'reopen' }, 'closed-by-another'],
  ['DS', { does: 'reopen' }],
  ['DS', { does: 'forward', to: 'SO', copyTo: [], dueOn: null }],
  ['DS', { does: 'pull_back' }],
];

describe('random walks of receipts through the office', () => {
  const office = useOffice({ holds: 'nothing' });

  it(
    'know every step and every refusal: one walk that takes them all',
    async () => {
      const walk = await ReceiptWalk.begin(office(), POSTS, TODAY);
      await walk.create('DH1', false);
      const [receipt] = walk.model.receipts;
      if (!receipt) throw new Error('There is no receipt');
      for (const [by, step, refusal = null] of TOUR) {
        expect([by, step, await walk.take(receipt, by, step)]).toEqual([by, step, refusal]);
      }
      await walk.compareDesks(NAMES, 1);
    },
    runs(60_000),
  );

  it(
    `keep the database equal to the model after every step: ${WALKS} walks of up to ${STEPS} steps`,
    async () => {
      const letters = fc.array(fc.tuple(fc.constantFrom(...DIARISTS), fc.boolean()), {
        minLength: 1,
        maxLength: RECEIPTS,
      });
      const walks = fc.commands(steps(), { maxCommands: STEPS, size: 'max' });
      await fc.assert(
        fc.asyncProperty(letters, walks, async (came, commands) => {
          const walk = await ReceiptWalk.begin(office(), POSTS, TODAY);
          for (const each of came) await walk.create(...each);
          await fc.asyncModelRun(() => ({ model: walk, real: {} }), commands);
          await walk.compareDesks(NAMES, 2);
        }),
        { numRuns: WALKS, unbiased: true },
      );
    },
    runs(300_000),
  );
});

function steps(): fc.Arbitrary<fc.AsyncCommand<ReceiptWalk, object>>[] {
  const post = fc.constantFrom(...NAMES);
  const desk = mostly<Marking>(fc.constantFrom('DS', 'SO', 'DH1', 'DH2', 'DISPATCH'), post);
  const take = (who: fc.Arbitrary<Who>, step: fc.Arbitrary<ReceiptStep>) =>
    fc.tuple(who, step, fc.nat(9)).map((each) => new Take(...each));
  const [holder, sender, copied] = (['holder', 'sender', 'copied'] as const).map((who) =>
    mostly<Who>(fc.constant(who), post),
  ) as [fc.Arbitrary<Who>, fc.Arbitrary<Who>, fc.Arbitrary<Who>];
  const copyTo = fc.uniqueArray(desk, { maxLength: 3 });
  const onward = fc.record({ does: fc.constant('forward' as const), to: desk, copyTo, dueOn: fc.constantFrom(...DUE) });
  const redirected = fc.record({ does: fc.constant('redirect' as const), to: desk });
  return [
    ...[1, 2, 3].map(() => take(holder, onward)),
    ...[1, 2].map(() => take(holder, redirected)),
    take(holder, fc.record({ does: fc.constantFrom('open' as const, 'return' as const) })),
    ...[1, 2].map(() => take(sender, fc.constant({ does: 'pull_back' }))),
    take(copied, fc.constant({ does: 'see' })),
    take(holder, fc.constant({ does: 'close' })),
    ...[1, 2].map(() => take(holder, fc.constant({ does: 'reopen' }))),
  ];
}

function mostly<T>(often: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 6, arbitrary: often }, { weight: 1, arbitrary: seldom });
}

function known(receipt: ReceiptModel, who: Who): string {
  if (who === 'holder') return receipt.holder ?? receipt.closedBy ?? 'SO';
  if (who === 'sender') return receipt.shown.sender ?? 'SO';
  return who === 'copied' ? ([...receipt.copies.keys()].at(-1) ?? 'DH2') : who;
}

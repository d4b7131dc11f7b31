import type { Decision } from '@patravali/contract';
import fc from 'fast-check';
import type { FileModel } from '../support/file-model';
import type { Kind, ModelPost, Step } from '../support/model-steps';
import { useOffice } from '../support/office';
import { runs } from '../support/runs';
import { Walk } from '../support/walk';

const POSTS = {
  DS: { role: 'officer' },
  SO: { role: 'officer', superior: 'DS' },
  DH1: { role: 'dealing_hand', superior: 'SO' },
  DH2: { role: 'dealing_hand', superior: 'SO' },
  DISPATCH: { role: 'dispatcher' },
  AUDIT: { role: 'auditor' },
  ADMIN: { role: 'administrator' },
} as const satisfies Record<string, ModelPost>;
type Marking = keyof typeof POSTS;
const NAMES = Object.keys(POSTS) as Marking[];
const SUBJECTS = ['सड़क की मरम्मत', 'Road repair', 'भवन की मरम्मत 100%'] as const;
const TODAY = '2026-02-28';
/** Where "late" and "due this week" begin and end: yesterday, today, in six days, in seven; or no day. */
const DUE = [null, '2026-02-27', TODAY, TODAY, '2026-03-06', '2026-03-07'];
const WALKS = runs(24);
const STEPS = 40;
const FILES = 5;

/** Who takes a step: somebody the file knows, so that walks get somewhere, or anybody. */
type Who = 'holder' | 'sender' | 'closer' | 'discussed' | Marking;

class Create implements fc.AsyncCommand<Walk, object> {
  constructor(
    private readonly by: Marking,
    private readonly confidential: boolean,
    private readonly subject: string,
  ) {}
  check = ({ model }: Walk) => model.files.length < FILES;
  toString = () => `${this.by} opens a ${this.confidential ? 'confidential' : 'normal'} file`;
  run = (walk: Walk) => walk.create(this.by, this.confidential, this.subject);
}

class Night implements fc.AsyncCommand<Walk, object> {
  check = ({ model }: Walk) => model.files.length > 0;
  toString = () => 'a day passes';
  run = (walk: Walk) => walk.dayPasses();
}

class Take implements fc.AsyncCommand<Walk, object> {
  constructor(
    private readonly who: Who,
    private readonly step: Step,
    private readonly which: number,
    private readonly link: boolean,
  ) {}
  check = ({ model }: Walk) => model.files.length > 0;
  toString = () =>
    `file ${this.which}: ${this.who}${this.link ? ' (link officer)' : ''} does ${JSON.stringify(this.step)}`;
  async run(walk: Walk): Promise<void> {
    const { files } = walk.model;
    const file = files[this.which % files.length];
    if (file) await walk.take(file, known(file, this.who), this.step, this.link);
  }
}

describe('random walks of files through the office', () => {
  const office = useOffice({ holds: 'nothing' });

  it('know every step and every refusal: one walk that takes them all', async () => {
    const walk = await Walk.begin(office(), POSTS, TODAY);
    await walk.create('DH1', false, SUBJECTS[0]);
    const [file] = walk.model.files;
    if (!file) throw new Error('There is no file');
    for (const [index, [by, step, refusal = null]] of TOUR.entries()) {
      if (index === NIGHT) await walk.dayPasses();
      const link = step.does === 'answer' || index % 5 === 4;
      expect([by, step, await walk.take(file, by, step, link)]).toEqual([by, step, refusal]);
    }
    await walk.compareDesks(NAMES, 1);
  });

  it(
    `keep the database equal to the model after every step: ${WALKS} walks of up to ${STEPS} steps`,
    async () => {
      const cover = fc.tuple(fc.constantFrom('SO', 'DH1', 'DH2'), fc.boolean(), fc.constantFrom(...SUBJECTS));
      const covers = fc.array(cover, { minLength: 1, maxLength: 3 });
      const walks = fc.commands(steps(), { maxCommands: STEPS, size: 'max' });
      await fc.assert(
        fc.asyncProperty(covers, walks, async (files, commands) => {
          const walk = await Walk.begin(office(), POSTS, TODAY);
          for (const each of files) await walk.create(...each);
          await fc.asyncModelRun(() => ({ model: walk, real: {} }), commands);
          await walk.compareDesks(NAMES, 2);
        }),
        { numRuns: WALKS, unbiased: true },
      );
    },
    runs(300_000),
  );
});

/** Before this step of the tour a day passes. */
const NIGHT = 23;

/** Who does what with a file that DH1 has opened, and with which code it is refused. */
const TOUR: readonly (readonly [Marking, Step, string?])[] = [
  ['DH1', { does: 'confirm' }, 'no-note'],
  ['DH1', { does: 'return', confirm: false }, 'no-sender'],
  ['DH1', forward('SO'), 'first-note-needs-words'],
  ['DH1', note(2, 'approved'), 'decision-needs-officer'],
  ['DH1', note(0)],
  ['DH1', note(1), 'note-being-written'],
  ['DH1', { does: 'confirm' }, 'note-empty'],
  ['DH1', forward('SO'), 'first-note-needs-words'],
  ['DH1', { does: 'discard' }],
  ['DH1', note(2)],
  ['DH1', forward('SO', { confirm: false }), 'note-unconfirmed'],
  ['DH1', { does: 'confirm' }],
  ['DH1', { does: 'take_back' }],
  ['DH1', forward('DH1'), 'to-oneself'],
  ['DH1', forward('AUDIT'), 'post-takes-no-files'],
  ['ADMIN', { does: 'open' }, 'not-found'],
  ['AUDIT', { does: 'open' }, 'not-allowed'],
  ['DH1', forward('SO')],
  ['DH1', { does: 'pull_back' }],
  ['DH1', forward('SO', { dueOn: '2026-02-27' }), 'due-date-past'],
  ['DH1', forward('SO', { dueOn: TODAY })],
  ['SO', { does: 'open' }],
  ['DH1', { does: 'pull_back' }, 'already-opened'],
  ['SO', forward('DS', { dueOn: TODAY }), 'due-date-past'],
  ['SO', forward('DS', { dueOn: '2026-03-01' })],
  ['DS', { does: 'return', confirm: false }],
  ['DS', { does: 'pull_back' }],
  ['DS', note(0, 'not_approved')],
  ['DS', { does: 'confirm' }, 'not-approved-needs-words'],
  ['DS', forward('DH2'), 'not-approved-needs-words'],
  ['DS', { does: 'discard' }],
  ['DS', note(0, 'approved')],
  ['DS', forward('DH2', { dueOn: '2026-03-06' })],
  ['DH2', { does: 'return', confirm: false }],
  ['DS', forward('DH2'), 'returned-file-needs-words'],
  ['DS', note(1)],
  ['DS', forward('DH2')],
  ['DH2', forward('SO', { dueOn: '2026-03-07' })],
  ['SO', note(1, 'not_approved')],
  ['SO', forward('DS')],
  ['SO', { does: 'pull_back' }],
  ['SO', { does: 'regrade', confidential: false }, 'invalid-input'],
  ['DS', { does: 'regrade', confidential: true }, 'not-allowed'],
  ['SO', { does: 'regrade', confidential: true }],
  ['AUDIT', { does: 'open' }, 'not-found'],
  ['SO', { does: 'regrade', confidential: false }],
  ['AUDIT', { does: 'open' }, 'not-allowed'],
  ['SO', { does: 'close', confirm: true }],
  ['SO', { does: 'reopen' }],
  ['SO', note(1)],
  ['SO', { does: 'put_up', to: 'SO' }, 'to-oneself'],
  ['SO', { does: 'put_up', to: 'AUDIT' }, 'post-takes-no-files'],
  ['SO', { does: 'put_up', to: 'DH1' }, 'not-your-superior'],
  ['SO', { does: 'return_correction' }, 'no-correction'],
  ['SO', { does: 'confirm' }],
  ['SO', { does: 'put_up', to: 'DS' }, 'note-confirmed'],
  ['SO', { does: 'change', paragraphs: 1, decision: null }, 'note-confirmed'],
  ['SO', { does: 'discard' }],
  ['SO', { does: 'change', paragraphs: 1, decision: null }, 'no-note'],
  ['SO', { does: 'put_up', to: 'DS' }, 'no-note'],
  ['SO', forward('DH1', { dueOn: '2026-03-08' })],
  ['DH1', note(0)],
  ['DH1', { does: 'put_up', to: 'DS' }, 'note-empty'],
  ['DH1', { does: 'change', paragraphs: 2, decision: 'approved' }, 'decision-needs-officer'],
  ['DH1', { does: 'change', paragraphs: 2, decision: null }],
  ['DH1', { does: 'put_up', to: 'DS' }],
  ['DH1', { does: 'pull_back' }],
  ['DH1', { does: 'put_up', to: 'SO' }],
  ['SO', { does: 'open' }],
  ['DH1', { does: 'pull_back' }, 'already-opened'],
  ['SO', forward('DS'), 'note-up-for-correction'],
  ['SO', { does: 'return', confirm: true }, 'note-up-for-correction'],
  ['SO', { does: 'close', confirm: true }, 'note-up-for-correction'],
  ['SO', { does: 'put_up', to: 'DS' }, 'note-up-for-correction'],
  ['SO', { does: 'discard' }, 'note-of-another-desk'],
  ['SO', { does: 'change', paragraphs: 3, decision: 'approved' }],
  ['SO', { does: 'return_correction' }],
  ['SO', { does: 'pull_back' }],
  ['SO', { does: 'confirm' }],
  ['SO', { does: 'take_back' }],
  ['SO', { does: 'return_correction' }],
  ['DH1', { does: 'discard' }],
  ['SO', { does: 'pull_back' }, 'already-opened'],
  ['DH1', note(1)],
  ['DH1', { does: 'put_up', to: 'SO' }],
  ['SO', { does: 'return_correction' }],
  ['DH1', { does: 'change', paragraphs: 1, decision: null }],
  ['DH1', { does: 'put_up', to: 'SO' }],
  ['SO', { does: 'confirm' }],
  ['SO', forward('DS')],
  ['SO', { does: 'pull_back' }],
  ['SO', forward('DH1')],
  ['DH1', note(1, null, { under: 99 }), 'main-note-unknown'],
  ['DH1', note(1, null, { under: 1 })],
  ['DH1', { does: 'change', paragraphs: 1, decision: null, under: 99 }, 'main-note-unknown'],
  ['DH1', forward('SO')],
  ['SO', note(0, 'approved', { isSummary: true })],
  ['SO', { does: 'confirm' }, 'note-empty'],
  ['SO', forward('DS'), 'note-empty'],
  ['SO', { does: 'change', paragraphs: 1, decision: 'approved', isSummary: true }],
  ['SO', forward('DS')],
  ['DS', note(1, null, { withPost: 'DS' }), 'discussed-with-oneself'],
  ['DS', note(1, null, { withPost: 'ADMIN' })],
  ['DS', { does: 'change', paragraphs: 1, decision: null, withPost: 'DS' }, 'discussed-with-oneself'],
  ['DS', forward('SO')],
  ['DS', { does: 'answer', back: 0, answer: 'confirmed' }, 'not-found'],
  ['ADMIN', { does: 'answer', back: 1, answer: 'confirmed' }, 'not-found'],
  ['ADMIN', { does: 'answer', back: 0, answer: 'not_confirmed' }],
  ['ADMIN', { does: 'answer', back: 0, answer: 'confirmed' }, 'discussion-answered'],
  ['SO', note(1, null, { withPost: 'DS' })],
  ['SO', { does: 'put_up', to: 'DS' }],
  ['DS', { does: 'change', paragraphs: 2, decision: null, withPost: 'DS' }],
  ['DS', { does: 'confirm' }, 'discussed-with-oneself'],
  ['DS', { does: 'return_correction' }],
  ['SO', { does: 'close', confirm: true }],
  ['DS', { does: 'answer', back: 0, answer: 'confirmed' }],
  ['DS', { does: 'pull_up' }, 'illegal-file-move'],
  ['SO', { does: 'reopen' }],
  ['SO', note(1)],
  ['SO', forward('DH1')],
  ['SO', { does: 'ask_recall' }, 'not-opened-yet'],
  ['DH1', { does: 'open' }],
  ['SO', { does: 'withdraw_recall' }, 'no-recall'],
  ['DH1', { does: 'agree_recall', pendingNote: null }, 'no-recall'],
  ['DS', { does: 'ask_recall' }, 'not-allowed'],
  ['SO', { does: 'ask_recall' }],
  ['SO', { does: 'ask_recall' }, 'recall-asked'],
  ['DH1', { does: 'refuse_recall' }],
  ['SO', { does: 'ask_recall' }],
  ['SO', { does: 'withdraw_recall' }],
  ['SO', { does: 'ask_recall' }],
  ['DH1', note(1)],
  ['DH1', { does: 'agree_recall', pendingNote: null }, 'note-unconfirmed'],
  ['DH1', { does: 'agree_recall', pendingNote: 'set_aside' }],
  ['DH1', { does: 'pull_back' }],
  ['DH1', { does: 'take_up' }],
  ['DH1', { does: 'take_up' }, 'note-being-written'],
  ['SO', { does: 'ask_recall' }],
  ['DH1', { does: 'agree_recall', pendingNote: 'confirm' }],
  ['SO', { does: 'take_up' }, 'no-note-set-aside'],
  ['SO', { does: 'open' }],
  ['DH1', { does: 'ask_recall' }],
  ['SO', { does: 'agree_recall', pendingNote: null }],
  ['DH1', { does: 'pull_up' }, 'not-allowed'],
  ['SO', { does: 'pull_up' }],
  ['SO', forward('DH1', { dueOn: '2026-03-06' })],
  ['DH1', note(2)],
  ['DS', { does: 'pull_up' }],
  ['DS', { does: 'pull_up' }, 'not-your-subordinate'],
  ['DS', forward('SO')],
  ['SO', note(1)],
  ['SO', { does: 'put_up', to: 'DS' }],
  ['DS', { does: 'open' }],
  ['SO', { does: 'ask_recall' }],
  ['DS', { does: 'agree_recall', pendingNote: 'confirm' }, 'note-up-for-correction'],
  ['DS', { does: 'return_correction' }],
  ['SO', forward('DH1')],
  ['DH1', { does: 'take_up' }],
  ['DH1', { does: 'put_up', to: 'SO' }],
  ['DS', { does: 'pull_up' }, 'correction-under-way'],
];

function steps(): fc.Arbitrary<fc.AsyncCommand<Walk, object>>[] {
  const post = fc.constantFrom(...NAMES);
  const take = (who: fc.Arbitrary<Who>, step: fc.Arbitrary<Step>) =>
    fc.tuple(who, step, fc.nat(9), mostly(fc.constant(false), fc.constant(true))).map((each) => new Take(...each));
  const holder = mostly<Who>(fc.constant('holder'), post);
  const confirm = mostly(fc.constant(true), fc.constant(false));
  const onward = fc.record({
    does: fc.constant('forward' as const),
    to: mostly<Marking>(fc.constantFrom('DS', 'SO', 'DH1', 'DISPATCH'), post),
    confirm,
    action: fc.constantFrom('put_up' as const, 'for_approval' as const),
    dueOn: fc.constantFrom(...DUE),
  });
  const decision = mostly<Decision | null>(fc.constant(null), fc.constantFrom('approved', 'not_approved'));
  const kind = {
    under: mostly<number | null>(fc.constant(null), fc.integer({ min: 1, max: 4 })),
    isSummary: mostly(fc.constant(false), fc.constant(true)),
    withPost: mostly<Marking | null>(fc.constant(null), post),
  };
  const written = { ...{ paragraphs: fc.integer({ min: 1, max: 2 }), decision }, ...kind };
  const corrected = fc.oneof(
    fc.record({ does: fc.constant('put_up' as const), to: mostly<Marking>(fc.constantFrom('DS', 'SO'), post) }),
    fc.record({ does: fc.constant('change' as const), ...written }),
    fc.constant<Step>({ does: 'return_correction' }),
  );
  const plain = fc.constantFrom('open', 'confirm', 'take_back', 'discard', 'pull_back', 'reopen');
  return [
    fc.tuple(post, fc.boolean(), fc.constantFrom(...SUBJECTS)).map((cover) => new Create(...cover)),
    ...[1, 2, 3, 4].map(() => take(holder, onward)),
    take(holder, fc.record({ does: fc.constant('note' as const), ...written, paragraphs: fc.nat(3) })),
    take(holder, fc.record({ does: fc.constant('note' as const), ...written })),
    take(holder, fc.record({ does: fc.constantFrom('return' as const, 'close' as const), confirm })),
    ...[1, 2].map(() => take(holder, corrected)),
    take(holder, fc.record({ does: plain })),
    take(holder, fc.record({ does: fc.constant('regrade' as const), confidential: fc.boolean() })),
    take(fc.constant('sender'), fc.constant({ does: 'pull_back' })),
    answering(),
    ...takingBack(take),
    take(fc.constant('closer'), fc.constant({ does: 'reopen' })),
    fc.constant(new Night()),
  ];
}

/** An opened file is asked for and given back, or pulled up, and the note that stayed behind is taken up again. */
function takingBack(take: (who: fc.Arbitrary<Who>, step: fc.Arbitrary<Step>) => fc.Arbitrary<Take>) {
  const post = fc.constantFrom(...NAMES);
  const holder = mostly<Who>(fc.constant('holder'), post);
  const sender = mostly<Who>(fc.constant('sender'), post);
  const pendingNote = fc.constantFrom('confirm' as const, 'set_aside' as const, null);
  const asking = fc.constantFrom('ask_recall' as const, 'ask_recall' as const, 'withdraw_recall' as const);
  return [
    take(sender, fc.record({ does: asking })),
    take(holder, fc.record({ does: fc.constant('agree_recall' as const), pendingNote })),
    take(holder, fc.record({ does: fc.constantFrom('refuse_recall' as const, 'take_up' as const) })),
    take(fc.constantFrom<Who>('DS', 'SO', 'DH1'), fc.constant({ does: 'pull_up' })),
  ];
}

/** Mostly by the person with whom the last discussion was. */
function answering(): fc.Arbitrary<fc.AsyncCommand<Walk, object>> {
  const who = mostly<Who>(fc.constant('discussed'), fc.constantFrom(...NAMES));
  const step = fc.record({
    does: fc.constant('answer' as const),
    back: mostly(fc.nat(1), fc.nat(4)),
    answer: fc.constantFrom('confirmed' as const, 'not_confirmed' as const),
  });
  return fc.tuple(who, step, fc.nat(9), mostly(fc.constant(true), fc.constant(false))).map((each) => new Take(...each));
}

function mostly<T>(often: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 6, arbitrary: often }, { weight: 1, arbitrary: seldom });
}

function note(paragraphs: number, decision: Decision | null = null, kind: Kind = {}): Step {
  return { does: 'note', paragraphs, decision, ...kind };
}

function forward(to: Marking, { confirm = true, dueOn = null as string | null } = {}): Step {
  return { does: 'forward', to, confirm, action: 'put_up', dueOn };
}

function known({ holder, sender, closedBy, sheet }: FileModel, who: Who): string {
  if (who === 'holder') return holder ?? 'DS';
  if (who === 'discussed') return sheet.findLast(({ withPost }) => withPost)?.withPost ?? 'SO';
  if (who === 'sender') return sender ?? 'SO';
  return who === 'closer' ? (closedBy ?? 'SO') : who;
}

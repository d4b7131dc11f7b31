import type { Decision } from '@patravali/contract';
import { checkLetters } from '@patravali/correspondence';
import { checkChains, subjectsInTurn } from '@patravali/ledger';
import { CheckNotes } from '@patravali/notes';
import fc from 'fast-check';
import type { FileModel } from '../../support/model/file-model';
import type { Step } from '../../support/model/steps';
import { asideSteps } from '../../support/tours/aside-tour';
import { consultingSteps } from '../../support/tours/consultation-tour';
import { useOffice } from '../../support/office/office';
import { runs } from '../../support/run/runs';
import { togetherSteps } from '../../support/acts/together-acts';
import { TODAY } from '../../support/tours/tour-of-a-file';
import { clockSteps } from '../../support/tours/clock-tour';
import { Walk } from '../../support/walks/walk';
import { type Marking, NAMES, POSTS, SUBJECTS } from '../../support/walks/posts';

/** Where "late" and "due this week" begin and end: yesterday, today, in six days, in seven; or no day. */
const DUE = [null, '2026-02-27', TODAY, TODAY, '2026-03-06', '2026-03-07'];
/** So many in each `npm test`, and 100,000 in `npm run proof`: in a new office each time, since a full one is slower to compare. */
const STEPS = 5_000;
const OFFICES = runs(1) > 1 ? runs(2) : 1;
const STEPS_OF_A_WALK = 200;
/** How many walks are drawn before the steps are counted. */
const WALKS_AT_ONCE = 4;
/** Beside other work on the machine. */
const EACH_MS = 300;
const FILES = 5;

/** Who takes a step: somebody the file knows, so that walks get somewhere, or anybody. */
type Who = 'holder' | 'sender' | 'closer' | 'discussed' | 'consulted' | Marking;

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

class Nights implements fc.AsyncCommand<Walk, object> {
  check = ({ model }: Walk) => model.files.length > 0;
  toString = () => 'nine days pass';
  run = (walk: Walk) => walk.nineNightsPass();
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
    const file = this.fileOf(walk);
    if (file) await walk.take(file, known(file, this.who), this.step, this.link);
  }
  isTaken(walk: Walk): boolean {
    const file = this.fileOf(walk);
    return file !== undefined && walk.refuses(file, known(file, this.who), this.step, this.link) === null;
  }
  private fileOf({ model: { files } }: Walk): FileModel | undefined {
    return files[this.which % files.length];
  }
}

/** The first of several steps that is not refused: most that are drawn are, and files would seldom get anywhere. */
class TakeOne implements fc.AsyncCommand<Walk, object> {
  constructor(private readonly takes: readonly Take[]) {}
  check = ({ model }: Walk) => model.files.length > 0;
  toString = () => `one of: ${this.takes.join('; ')}`;
  run = async (walk: Walk): Promise<void> =>
    await (this.takes.find((each) => each.isTaken(walk)) ?? this.takes[0])?.run(walk);
}

describe.each(Array.from({ length: OFFICES }, (_, at) => at + 1))(
  'random walks of files through the office, %i',
  () => {
    const office = useOffice({ holds: 'nothing' });

    it(
      `keep the database equal to the model after every step: ${STEPS} steps, in walks of up to ${STEPS_OF_A_WALK}`,
      async () => {
        const cover = fc.tuple(fc.constantFrom('SO', 'DH1', 'DH2'), fc.boolean(), fc.constantFrom(...SUBJECTS));
        const covers = fc.array(cover, { minLength: 1, maxLength: 3 });
        const walks = fc.commands(steps(), { maxCommands: STEPS_OF_A_WALK, size: 'max' });
        const taken = { walks: 0, steps: 0, refused: 0 };
        while (taken.steps < STEPS) {
          await fc.assert(
            fc.asyncProperty(covers, walks, async (files, commands) => {
              const walk = await Walk.begin(office(), POSTS, TODAY);
              try {
                for (const each of files) await walk.create(...each);
                await fc.asyncModelRun(() => ({ model: walk, real: {} }), commands);
                await walk.compareDesks(NAMES, 2);
              } finally {
                walk.end();
              }
              taken.walks += 1;
              taken.steps += walk.taken.steps;
              taken.refused += walk.taken.refused;
            }),
            // Long walks are made shorter for a while only.
            {
              numRuns: WALKS_AT_ONCE,
              unbiased: true,
              interruptAfterTimeLimit: WALKS_AT_ONCE * STEPS_OF_A_WALK * EACH_MS,
            },
          );
        }
        // What the office has done by itself is never taken for somebody's tampering.
        expect((await checkChains(office().manager)).broken).toEqual([]);
        for await (const files of subjectsInTurn(office().manager, 'file')) {
          expect((await office().get(CheckNotes).of(files)).wrong).toEqual([]);
          expect((await checkLetters(office().manager, files)).wrong).toEqual([]);
        }
        process.stdout.write(`${taken.steps} steps, ${taken.refused} of them refused, in ${taken.walks} walks\n`);
        expect(taken.steps).toBeGreaterThanOrEqual(STEPS);
      },
      Math.max(600_000, STEPS * EACH_MS),
    );
  },
);

function steps(): fc.Arbitrary<fc.AsyncCommand<Walk, object>>[] {
  const post = fc.constantFrom(...NAMES);
  const take = fc.oneof(...takes());
  const several = fc.array(take, { minLength: 6, maxLength: 6 }).map((each) => new TakeOne(each));
  return [
    fc.tuple(post, fc.boolean(), fc.constantFrom(...SUBJECTS)).map((cover) => new Create(...cover)),
    ...[1, 2, 3, 4, 5, 6].map(() => take),
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(() => several),
    fc.constant(new Night()),
    fc.constant(new Nights()),
  ];
}

/** A step of somebody with a file. */
function takes(): fc.Arbitrary<Take>[] {
  const post = fc.constantFrom(...NAMES);
  const take = (who: fc.Arbitrary<Who>, step: fc.Arbitrary<Step>) =>
    fc.tuple(who, step, fc.nat(9), mostly(fc.constant(false), fc.constant(true))).map((each) => new Take(...each));
  const holder = mostly<Who>(fc.constant('holder'), post);
  const explains = fc.boolean();
  const confirm = mostly(fc.constant(true), fc.constant(false));
  const onward = fc.record({
    does: fc.constant('forward' as const),
    to: mostly<Marking>(fc.constantFrom('DS', 'SO', 'DH1', 'DISPATCH'), post),
    confirm,
    action: fc.constantFrom('put_up' as const, 'for_approval' as const),
    dueOn: fc.constantFrom(...DUE),
    explains,
  });
  const decision = mostly<Decision | null>(fc.constant(null), fc.constantFrom('approved', 'not_approved'));
  const kind = {
    under: mostly<number | null>(fc.constant(null), fc.integer({ min: 1, max: 4 })),
    isSummary: mostly(fc.constant(false), fc.constant(true)),
    withPost: mostly<Marking | null>(fc.constant(null), post),
  };
  const written = { paragraphs: fc.integer({ min: 1, max: 2 }), decision, ...kind };
  const corrected = fc.oneof(
    fc.record({
      does: fc.constant('put_up' as const),
      to: mostly<Marking>(fc.constantFrom('DS', 'SO'), post),
      explains,
    }),
    fc.record({ does: fc.constant('change' as const), ...written }),
    fc.record({ does: fc.constant('return_correction' as const), explains }),
  );
  const plain = fc.constantFrom('open', 'confirm', 'take_back', 'discard', 'pull_back', 'reopen');
  return [
    ...[1, 2, 3, 4].map(() => take(holder, onward)),
    take(holder, fc.record({ does: fc.constant('note' as const), ...written, paragraphs: fc.nat(3) })),
    take(holder, fc.record({ does: fc.constant('note' as const), ...written })),
    take(holder, fc.record({ does: fc.constantFrom('return' as const, 'close' as const), confirm, explains })),
    ...[1, 2].map(() => take(holder, corrected)),
    take(holder, fc.record({ does: plain })),
    take(holder, fc.record({ does: fc.constant('regrade' as const), confidential: fc.boolean() })),
    ...[1, 2].map(() => take(holder, asideSteps(TODAY))),
    ...[1, 2].map(() => take(holder, togetherSteps())),
    take(post, fc.constant({ does: 'open_part' })),
    take(holder, fc.record({ does: fc.constant('open_volume' as const), explains })),
    take(post, fc.record({ does: fc.constantFrom('follow' as const, 'unfollow' as const) })),
    take(mostly<Who>(fc.constant('sender'), post), fc.constant({ does: 'remind' })),
    take(fc.constant('sender'), fc.constant({ does: 'pull_back' })),
    answering(),
    ...consulting(take),
    ...takingBack(take),
    take(fc.constant('closer'), fc.constant({ does: 'reopen' })),
    take(holder, clockSteps()),
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
    take(holder, fc.record({ does: fc.constant('agree_recall' as const), pendingNote, explains: fc.boolean() })),
    take(holder, fc.record({ does: fc.constantFrom('refuse_recall' as const, 'take_up_note' as const) })),
    take(fc.constantFrom<Who>('DS', 'SO', 'DH1'), fc.constant({ does: 'pull_up' })),
  ];
}

/** Others are asked, and mostly one of those answers. */
function consulting(take: (who: fc.Arbitrary<Who>, step: fc.Arbitrary<Step>) => fc.Arbitrary<Take>) {
  const { holding, answering: ending } = consultingSteps(NAMES);
  const post = fc.constantFrom(...NAMES);
  return [
    ...[1, 2].map(() => take(mostly<Who>(fc.constant('holder'), post), holding)),
    take(mostly<Who>(fc.constant('consulted'), post), ending),
  ];
}

/** Mostly by the person with whom the last discussion was. */
function answering(): fc.Arbitrary<Take> {
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

function known({ holder, sender, closedBy, sheet, consultation }: FileModel, who: Who): string {
  if (who === 'consulted') return [...consultation.asked.keys()].at(-1) ?? 'SO';
  if (who === 'holder') return holder ?? 'DS';
  if (who === 'discussed') return sheet.findLast(({ withPost }) => withPost)?.withPost ?? 'SO';
  if (who === 'sender') return sender ?? 'SO';
  return who === 'closer' ? (closedBy ?? 'SO') : who;
}

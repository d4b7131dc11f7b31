import { lettersPart } from '@patravali/correspondence';
import { checkChains, subjectsInTurn } from '@patravali/ledger';
import { notesPart } from '@patravali/notes';
import fc from 'fast-check';
import type { FileModel } from '../../support/model/file-model';
import { useOffice } from '../../support/office/office';
import { runs } from '../../support/run/runs';
import { type RandomStep, randomSteps, type Who } from '../../support/tours/random-steps';
import { TODAY } from '../../support/tours/tour-of-a-file';
import { Walk } from '../../support/walks/walk';
import { type Marking, NAMES, POSTS, SUBJECTS } from '../../support/walks/posts';

/** So many in each `npm test`, and 100,000 in `npm run proof`: in a new office each time, since a full one is slower to compare. */
const STEPS = 5_000;
const OFFICES = runs(1) > 1 ? runs(2) : 1;
const STEPS_OF_A_WALK = 200;
/** How many walks are drawn before the steps are counted. */
const WALKS_AT_ONCE = 4;
/** Beside other work on the machine. */
const EACH_MS = 300;
const FILES = 5;

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
  constructor(private readonly random: RandomStep) {}
  check = ({ model }: Walk) => model.files.length > 0;
  toString = () => {
    const { who, step, which, link } = this.random;
    return `file ${which}: ${JSON.stringify(who)}${link ? ' (link officer)' : ''} does ${JSON.stringify(step)}`;
  };
  async run(walk: Walk): Promise<void> {
    const { who, step, link } = this.random;
    const file = this.fileOf(walk);
    if (file) await walk.take(file, known(file, who), step, link);
  }
  isTaken(walk: Walk): boolean {
    const { who, step, link } = this.random;
    const file = this.fileOf(walk);
    return file !== undefined && walk.refuses(file, known(file, who), step, link) === null;
  }
  private fileOf({ model: { files } }: Walk): FileModel | undefined {
    return files[this.random.which % files.length];
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
          expect((await notesPart.check(office().manager, files)).wrong).toEqual([]);
          expect((await lettersPart.check(office().manager, files)).wrong).toEqual([]);
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
  const desks = ['DS', 'SO', 'DH1', 'DISPATCH'];
  const take = randomSteps({ all: NAMES, desks, above: ['DS', 'SO'] }).map((each) => new Take(each));
  const several = fc.array(take, { minLength: 6, maxLength: 6 }).map((each) => new TakeOne(each));
  return [
    fc.tuple(post, fc.boolean(), fc.constantFrom(...SUBJECTS)).map((cover) => new Create(...cover)),
    ...[1, 2, 3, 4, 5, 6].map(() => take),
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(() => several),
    fc.constant(new Night()),
    fc.constant(new Nights()),
  ];
}

function known({ holder, sender, closedBy, sheet, consultation }: FileModel, who: Who): string {
  if (who === 'consulted') return [...consultation.asked.keys()].at(-1) ?? 'SO';
  if (who === 'holder') return holder ?? 'DS';
  if (who === 'discussed') return sheet.findLast(({ withPost }) => withPost)?.withPost ?? 'SO';
  if (who === 'sender') return sender ?? 'SO';
  return who === 'closer' ? (closedBy ?? 'SO') : who.post;
}

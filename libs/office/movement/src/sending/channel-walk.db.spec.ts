import type { Decision } from '@patravali/contract';
import { CreateFile, FileViewQuery } from '@patravali/files';
import { PullBackFile } from '@patravali/movement';
import { KeepCaseCategory } from '@patravali/organisation';
import fc from 'fast-check';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { runs } from '../../../../../test/support/run/runs';
import { WORDS } from '../../../../../test/support/office/words';
import { ForwardFile } from './forward-file';
import { ReturnFile } from './return-file';

/** The line above each post, the nearest first, and its level. */
const POSTS: Readonly<Record<string, { readonly level: number; readonly above: readonly Marking[] }>> = {
  DS: { level: 1, above: [] },
  US: { level: 2, above: ['DS'] },
  SO: { level: 3, above: ['US', 'DS'] },
  ASO: { level: 4, above: ['SO', 'US', 'DS'] },
  DISPATCH: { level: 5, above: ['SO', 'US', 'DS'] },
  OTHER: { level: 3, above: [] },
  CLERK: { level: 4, above: ['OTHER'] },
};
const NAMES = Object.keys(POSTS) as Marking[];
const WALKS = runs(20);

const OFFICERS: readonly Marking[] = ['DS', 'US', 'SO', 'OTHER'];

type Step =
  | { readonly does: 'forward'; readonly to: Marking; readonly reason: boolean; readonly decision: Decision | null }
  | { readonly does: 'return' | 'pull_back' };

/** Chance seldom leads a decision to a lower level that wants the opposite. */
const REVERSED_BELOW: Step[] = [
  { does: 'forward', to: 'US', reason: true, decision: null },
  { does: 'forward', to: 'SO', reason: true, decision: 'approved' },
  { does: 'forward', to: 'US', reason: true, decision: 'not_approved' },
];

/** What the last word on the file is, whose, and who decides if it is a recommendation. */
interface Word {
  readonly decision: Decision;
  readonly by: Marking;
  readonly to: Marking | null;
}

const levelOf = (post: Marking) => POSTS[post]?.level ?? 0;
const above = (post: Marking) => POSTS[post]?.above ?? [];

/** A file on its channel, as the manual has it. */
class Model {
  holder: Marking = 'ASO';
  sender: Marking | null = null;
  readonly owed = new Set<Marking>();
  readonly sentFrom = new Set<number>();
  private readonly cameFrom = new Map<Marking, Marking>();
  private readonly words: Word[] = [];
  /** Who may pull it back, what would be owed no longer, and whether that takes a word back. */
  private last: { readonly by: Marking; readonly jumped: readonly Marking[]; readonly decided: boolean } | null = null;

  constructor(private readonly ladder: readonly number[]) {}

  /** From rung to rung, until somebody disposes of it. */
  way(from: Marking): Marking[] {
    const highest = Math.min(...this.ladder);
    if (levelOf(from) <= highest) return [];
    const found: Marking[] = [];
    for (const post of above(from)) {
      if (levelOf(post) <= highest) return [...found, post];
      if (this.ladder.includes(levelOf(post))) found.push(post);
    }
    // Nobody in the line reaches the last level: then its head disposes of the case.
    const head = above(from).at(-1);
    return head === undefined || found.includes(head) ? found : [...found, head];
  }

  get decided(): Word | undefined {
    return this.words.at(-1);
  }

  /** Who decides in the place of that post. */
  decides(from: Marking): Marking | null {
    return this.way(from).at(-1) ?? null;
  }

  /** Only officers decide, and what a level has decided no lower one reverses. */
  private unfit(decision: Decision | null): string | null {
    if (!decision) return null;
    if (!OFFICERS.includes(this.holder)) return 'decision-needs-officer';
    const { decided } = this;
    if (!decided || decided.to || decided.decision === decision) return null;
    return levelOf(this.holder) > levelOf(decided.by) ? 'decided-above' : null;
  }

  get levels(): number[] {
    return [...new Set([...this.sentFrom, levelOf(this.holder)])].sort((a, b) => b - a);
  }

  /** Down to a desk below it the file goes only from the jumped post itself, or from below it. */
  private bars(to: Marking): boolean {
    return [...this.owed].some(
      (post) => above(to).includes(post) && post !== this.holder && !above(this.holder).includes(post),
    );
  }

  get returns(): boolean {
    return this.sender !== null && !this.bars(this.sender);
  }

  take(step: Step): string | null {
    if (step.does === 'pull_back') return this.pullBack();
    const to = step.does === 'forward' ? step.to : this.sender;
    if (to === null) return 'no-sender';
    if (to === this.holder) return 'to-oneself';
    if (this.bars(to)) return 'way-back-first';
    const jumps =
      step.does === 'forward' ? this.way(this.holder).filter((post) => post !== to && levelOf(post) > levelOf(to)) : [];
    if (jumps.length > 0 && step.does === 'forward' && !step.reason) return 'jump-needs-reason';
    const decision = step.does === 'forward' ? step.decision : null;
    const unfit = this.unfit(decision);
    if (unfit) return unfit;
    if (decision) this.words.push({ decision, by: this.holder, to: this.decides(this.holder) });
    for (const post of jumps) this.owed.add(post);
    this.owed.delete(this.holder);
    this.sentFrom.add(levelOf(this.holder));
    this.last = { by: this.holder, jumped: jumps, decided: decision !== null };
    this.cameFrom.set(to, this.holder);
    [this.sender, this.holder] = [this.holder, to];
    return null;
  }

  private pullBack(): string | null {
    if (!this.last) return 'nobody';
    for (const post of this.last.jumped) this.owed.delete(post);
    if (this.last.decided) this.words.pop();
    this.holder = this.last.by;
    this.sender = this.cameFrom.get(this.holder) ?? null;
    this.last = null;
    return null;
  }
}

describe('random walks of a file on its channel', () => {
  const office = useOffice({ holds: 'section' });
  let made = 0;

  it(
    'jump no level unreasoned, lead back over each that was jumped, count the levels, and recommend to whom the model recommends',
    async () => {
      const forward = fc.record({
        does: fc.constant('forward' as const),
        to: fc.constantFrom(...NAMES),
        reason: fc.boolean(),
        decision: fc.constantFrom<Decision | null>(null, null, null, 'approved', 'not_approved'),
      });
      const other = fc.constantFrom<Step>({ does: 'return' }, { does: 'pull_back' });
      const steps = fc.array(fc.oneof({ weight: 5, arbitrary: forward }, { weight: 1, arbitrary: other }), {
        minLength: 10,
        maxLength: 40,
      });
      const ladders = fc.subarray([3, 2, 1], { minLength: 1 });
      const seen = new Set<string>();
      await fc.assert(
        fc.asyncProperty(ladders, steps, async (ladder, taken) => {
          const model = new Model(ladder);
          const fileId = await begin(ladder);
          for (const step of taken) {
            const by = model.holder;
            const sender = await senderOf(fileId);
            const refusal = model.take(step);
            if (refusal === 'nobody') continue;
            const doing = act(step.does === 'pull_back' ? sender : by, fileId, step);
            if (refusal) await expect(doing).rejects.toMatchObject({ code: refusal });
            else await doing;
            seen.add(refusal ?? step.does);
            await compare(fileId, model);
          }
        }),
        { numRuns: WALKS, unbiased: true, examples: [[[2], REVERSED_BELOW]] },
      );
      const met = [
        'decided-above',
        'decision-needs-officer',
        'forward',
        'jump-needs-reason',
        'pull_back',
        'return',
        'to-oneself',
        'way-back-first',
      ];
      expect(met.filter((each) => !seen.has(each))).toEqual([]);
    },
    runs(300_000),
  );

  async function begin(levels: number[]): Promise<string> {
    const administrator = await office().actor({ marking: `ADMIN${++made}`, roles: ['administrator'] });
    const name = { hi: 'आकस्मिक अवकाश', en: 'Casual leave' };
    const powers = [{ fromOn: '2020-01-01', levels, finalPostId: null }];
    const { id: categoryId } = await office()
      .get(KeepCaseCategory)
      .execute(administrator, { code: `K${made}`, name, unitId: null, powers });
    const cover = { headId: office().headId, subject: 'अवकाश', grading: 'normal', urgency: 'ordinary' } as const;
    return (
      await office()
        .get(CreateFile)
        .execute(office().at('ASO'), { ...cover, categoryId })
    ).id;
  }

  function act(by: Marking, fileId: string, step: Step): Promise<unknown> {
    const actor = office().at(by);
    if (step.does === 'pull_back') return office().get(PullBackFile).execute(actor, fileId, {});
    if (step.does !== 'forward')
      return office()
        .get(ReturnFile)
        .execute(actor, fileId, { reason: 'अपूर्ण', ...WORDS });
    const request = {
      toPostId: office().at(step.to).postId,
      ...(step.reason ? { remarks: 'अत्यावश्यक' } : {}),
      ...WORDS,
      note: { ...WORDS.note, decision: step.decision },
    };
    return office().get(ForwardFile).execute(actor, fileId, request);
  }

  async function senderOf(fileId: string): Promise<Marking> {
    const [row] = await office().rows<{ marking: Marking }>(
      'SELECT marking FROM file_custody JOIN post ON post.id = sender_post_id WHERE file_id = $1',
      [fileId],
    );
    return row?.marking ?? 'ASO';
  }

  async function compare(fileId: string, model: Model): Promise<void> {
    const [stored] = await office().rows(
      `SELECT (SELECT marking FROM post WHERE id = holder_post_id) AS holder,
         ARRAY(SELECT marking FROM post WHERE id = ANY (jumped_post_ids) ORDER BY marking) AS owed
       FROM file_custody WHERE file_id = $1`,
      [fileId],
    );
    expect(stored).toEqual({ holder: model.holder, owed: [...model.owed].sort() });
    const view = await office().get(FileViewQuery).execute(office().at(model.holder), fileId);
    expect(view.levels).toEqual(model.levels);
    const markingOf = (id: string) => NAMES.find((name) => office().at(name).postId === id);
    expect(view.channel?.ahead.map(({ post }) => markingOf(post))).toEqual(model.way(model.holder));
    expect(view.allowedMoves.includes('return')).toBe(model.returns);
    const { decided } = model;
    expect(view.decides && markingOf(view.decides)).toBe(model.decides(model.holder));
    expect(
      view.decided && {
        decision: view.decided.decision,
        by: markingOf(view.decided.by.post),
        to: view.decided.recommendedTo && markingOf(view.decided.recommendedTo),
      },
    ).toEqual(decided ?? null);
    const [next] = model.way(model.holder);
    if (next) expect(view.suggestions.slice(0, 2).map(({ post }) => markingOf(post))).toContain(next);
  }
});

import { randomInt, randomUUID } from 'node:crypto';
import { ActOnFiles, ActOnReceipts, ACTIONS_ASKED, PARKING_EVENTS, URGENCIES } from '@patravali/contract';
import { CheckBulkAct, DoBulkAct } from '@patravali/desk';
import fc from 'fast-check';
import type { TestOffice } from '../office/office';
import { mostly, type RandomStep, randomSteps } from '../tours/random-steps';
import { TODAY } from '../tours/tour-of-a-file';
import {
  CheckedOffice,
  DESKS,
  type Happening,
  type Item,
  PEOPLE,
  type Person,
  POSTS,
  type ReceiptStep,
} from './checked-office';

const ITEMS = 30;
/** So many items are checked together, and then the act is done to each. */
const AT_ONCE = 6;
/** Of the steps that are drawn before an act, the first so many that are not refused are taken. */
const STEPS = 2;

/** Where the office's calendar says something else: a day before, today, a Sunday, a working day, a holiday; or no day. */
const DUE = [undefined, undefined, undefined, '2026-02-27', TODAY, '2026-03-01', '2026-03-02', '2026-03-04'];
const UNTIL = ['2026-02-27', TODAY, '2026-03-01', '2026-04-30'];

interface Round {
  readonly steps: readonly (RandomStep & { readonly at: number })[];
  readonly receiptSteps: readonly (readonly [ReceiptStep, at: number, to: Person])[];
  readonly happening: readonly [Happening, at: number];
  readonly signsNotes: boolean;
  readonly by: Person;
  readonly fileAct: object;
  readonly receiptAct: object;
  readonly onReceipts: boolean;
  /** Which items: mostly those on the desk of whoever acts. */
  readonly picks: readonly (readonly [near: number, at: number])[];
}

/** What was compared: how many pairs of an item and an act, and how often each refusal was met by either act, in order of their names. */
export interface Compared {
  readonly pairs: number;
  readonly done: number;
  readonly refusals: Readonly<Record<string, number>>;
}

/**
 * Brings an office into random states, and acts at random on what lies there: what the check says of each item beforehand is what the act
 * then says of it, word for word.
 * @param seed with which the same is drawn again.
 */
export async function compareChecks(office: TestOffice, pairs: number, seed = randomInt(2 ** 30)): Promise<Compared> {
  const checked = await CheckedOffice.begin(office);
  for (let at = 0; at < ITEMS; at++) {
    await checked.happens(at % 5 === 0 ? 'case' : at % 5 === 1 ? 'confidential file' : 'file', [], at * 7);
    await checked.takeReceipt('diarise', [], at, DESKS[at % 4] ?? 'SO');
  }
  const refusals = new Map<string, number>();
  let [compared, done] = [0, 0];
  const rounds = randomRounds(checked);
  for (let number = 0; compared < pairs; number++) {
    const [round] = fc.sample(rounds, { seed: seed + number, numRuns: 1 });
    if (!round) break;
    await prepare(checked, round);
    const [before, after] = await checkAndAct(office, checked, round);
    expect({ seed, number, round, answers: before }).toEqual({ seed, number, round, answers: after });
    for (const { refusal } of after) {
      if (refusal) refusals.set(refusal.code, (refusals.get(refusal.code) ?? 0) + 1);
      else done += 1;
    }
    compared += after.length;
  }
  const counted = [...refusals].sort(([one], [other]) => (one < other ? -1 : 1));
  return { pairs: compared, done, refusals: Object.fromEntries(counted) };
}

/** What the check says of each item, and what the act then says. */
async function checkAndAct(
  office: TestOffice,
  checked: CheckedOffice,
  round: Round,
): Promise<[Answered[], Answered[]]> {
  const by = checked.person(round.by);
  const items = round.onReceipts ? await checked.letters() : await checked.files();
  const ids = chosen(items, by.postId, round.picks);
  const request = round.onReceipts
    ? ActOnReceipts.parse({ receiptIds: ids, act: round.receiptAct })
    : ActOnFiles.parse({ fileIds: ids, act: round.fileAct });
  if (round.signsNotes) await checked.signsNotes(true);
  const before = await office.get(CheckBulkAct).execute(by, request);
  const after = await office.get(DoBulkAct).execute(by, request);
  if (round.signsNotes) await checked.signsNotes(false);
  expect(after.items.filter(({ version, refusal }) => (version === null) === (refusal === null))).toEqual([]);
  return [before.items.map(told), after.items.map(told)];
}

interface Answered {
  readonly id: string;
  readonly refusal: { readonly code: string; readonly params: unknown; readonly errors: unknown } | null;
}

/** The refusal as the API tells it, in whichever language. */
function told({ id, refusal }: Answered): Answered {
  return { id, refusal: refusal && { code: refusal.code, params: refusal.params, errors: refusal.errors } };
}

async function prepare(checked: CheckedOffice, round: Round): Promise<void> {
  const [happening, at] = round.happening;
  await checked.happens(happening, await checked.files(), at);
  if (round.onReceipts) {
    const letters = await checked.letters();
    for (const [does, which, to] of round.receiptSteps) await checked.takeReceipt(does, letters, which, to);
    return;
  }
  let taken = 0;
  const files = await checked.files();
  for (const step of round.steps) {
    if (taken === STEPS) break;
    if ((await checked.take(step, files, step.at)) === null) taken += 1;
  }
}

/** The items that are acted on, each once, and of those that travel together only one: the act on the first would move the others. */
function chosen(items: readonly Item[], desk: string, picks: Round['picks']): string[] {
  const own = items.filter(({ holder }) => holder === desk);
  const picked = picks.flatMap(([near, at]) => {
    const from = near < 8 && own.length > 0 ? own : items;
    return from[at % from.length] ?? [];
  });
  const alone = [...new Map(picked.map((item) => [item.inside ?? item.id, item.id])).values()];
  const isUnknownToo = picks.every(([near]) => near > 0);
  return isUnknownToo ? [...alone, randomUUID()] : alone;
}

function randomRounds(checked: CheckedOffice): fc.Arbitrary<Round> {
  const at = fc.nat(100_000);
  const post = fc.constantFrom(...POSTS.map((marking) => checked.person(marking).postId));
  const desk = fc.constantFrom(...DESKS.map((marking) => checked.person(marking).postId));
  const stranger = fc.constantFrom(randomUUID(), checked.person('US').postId.toUpperCase());
  const toPostId = mostly(desk, fc.oneof(post, stranger));
  const remarks = fc.constantFrom(undefined, 'कृपया देखें');
  const dueOn = fc.constantFrom(...DUE);
  const urgency = mostly(fc.constant(undefined), fc.constantFrom(...URGENCIES));
  const action = mostly(fc.constant(undefined), fc.constantFrom(...ACTIONS_ASKED));
  const forward = fc.record({ kind: fc.constant('forward'), toPostId, remarks, dueOn, urgency, action });
  const event = fc.constantFrom(...PARKING_EVENTS);
  const park = fc.oneof(
    fc.record({ kind: fc.constant('park'), until: fc.constantFrom(...UNTIL) }),
    fc.record({ kind: fc.constant('park'), event }),
    fc.record({ kind: fc.constant('park'), event, until: fc.constantFrom(...UNTIL) }),
  );
  const plain = (kind: 'open' | 'follow') => fc.constant({ kind });
  const mark = fc.record({
    kind: fc.constant('forward'),
    toPostId,
    remarks,
    dueOn,
    action: fc.constantFrom(...ACTIONS_ASKED),
    copyToPostIds: mostly(fc.constant(undefined), fc.uniqueArray(mostly(desk, post), { minLength: 1, maxLength: 3 })),
  });
  const happening = fc.constantFrom<Happening>(
    'file',
    'confidential file',
    'case',
    'case',
    'vacant',
    'kept long',
    'broken reference',
    'discussion',
    'discussion',
    'taken up',
    'taken up',
    'taken up',
  );
  const does = fc.constantFrom<ReceiptStep>(
    'diarise',
    'forward',
    'forward',
    'open',
    'return',
    'redirect',
    'pull back',
    'put in file',
    'close',
    'reopen',
    'reopen',
  );
  const step = randomSteps({ all: POSTS, desks: DESKS, above: ['DS', 'US', 'SO'] });
  return fc.record({
    steps: fc.array(
      fc.tuple(step, at).map(([each, which]) => ({ ...each, at: which })),
      { minLength: 8, maxLength: 8 },
    ),
    receiptSteps: fc.array(fc.tuple(does, at, fc.constantFrom<Person>(...DESKS)), { minLength: 2, maxLength: 2 }),
    happening: fc.tuple(happening, at),
    signsNotes: fc.nat(11).map((drawn) => drawn === 0),
    by: mostly(fc.constantFrom<Person>(...DESKS), fc.constantFrom<Person>(...PEOPLE)),
    fileAct: fc.oneof(forward, forward, forward, park, park, plain('open'), plain('follow')),
    receiptAct: fc.oneof(mark, mark, mark, plain('open'), fc.constant({ kind: 'close', reason: 'सूचनार्थ' })),
    onReceipts: fc.nat(3).map((drawn) => drawn === 0),
    picks: fc.array(fc.tuple(fc.nat(9), at), { minLength: AT_ONCE - 1, maxLength: AT_ONCE - 1 }),
  });
}

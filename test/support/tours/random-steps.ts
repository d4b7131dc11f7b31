import type { Decision } from '@patravali/contract';
import fc from 'fast-check';
import { togetherSteps } from '../acts/together-acts';
import type { Step } from '../model/steps';
import { asideSteps } from './aside-tour';
import { clockSteps } from './clock-tour';
import { consultingSteps } from './consultation-tour';
import { TODAY } from './tour-of-a-file';

/** Who takes a step: somebody the file knows, so that files get somewhere, or anybody. */
export type Who = 'holder' | 'sender' | 'closer' | 'discussed' | 'consulted' | { readonly post: string };

/** A step of somebody with a file, which is named by a number. */
export interface RandomStep {
  readonly who: Who;
  readonly step: Step;
  readonly which: number;
  /** Whether a link officer takes it for the holder of the post. */
  readonly link: boolean;
}

/** The posts of the office in which steps are taken, by their markings. */
export interface PostsOfSteps {
  readonly all: readonly string[];
  /** Where files mostly go. */
  readonly desks: readonly string[];
  /** To whom notes are put up. */
  readonly above: readonly string[];
}

/** Where "late" and "due this week" begin and end: yesterday, today, in six days, in seven; or no day. */
const DUE = [null, '2026-02-27', TODAY, TODAY, '2026-03-06', '2026-03-07'];

/** Any step of somebody with a file, on the day `TODAY` or soon after it. */
export function randomSteps(posts: PostsOfSteps): fc.Arbitrary<RandomStep> {
  const post = fc.constantFrom(...posts.all);
  const anybody: fc.Arbitrary<Who> = post.map((marking) => ({ post: marking }));
  const take = (who: fc.Arbitrary<Who>, step: fc.Arbitrary<Step>) =>
    fc.record({ who, step, which: fc.nat(9), link: mostly(fc.constant(false), fc.constant(true)) });
  const holder = mostly<Who>(fc.constant('holder'), anybody);
  const explains = fc.boolean();
  const confirm = mostly(fc.constant(true), fc.constant(false));
  const onward = fc.record({
    does: fc.constant('forward' as const),
    to: mostly(fc.constantFrom(...posts.desks), post),
    confirm,
    action: fc.constantFrom('put_up' as const, 'for_approval' as const),
    dueOn: fc.constantFrom(...DUE),
    explains,
    reasoned: mostly(fc.constant(true), fc.constant(false)),
  });
  const decision = mostly<Decision | null>(fc.constant(null), fc.constantFrom('approved', 'not_approved'));
  const kind = {
    under: mostly<number | null>(fc.constant(null), fc.integer({ min: 1, max: 4 })),
    isSummary: mostly(fc.constant(false), fc.constant(true)),
    withPost: mostly<string | null>(fc.constant(null), post),
  };
  const written = { paragraphs: fc.integer({ min: 1, max: 2 }), decision, ...kind };
  const corrected = fc.oneof(
    fc.record({
      does: fc.constant('put_up' as const),
      to: mostly(fc.constantFrom(...posts.above), post),
      explains,
    }),
    fc.record({ does: fc.constant('change' as const), ...written }),
    fc.record({ does: fc.constant('return_correction' as const), explains }),
  );
  const plain = fc.constantFrom('open', 'confirm', 'take_back', 'discard', 'pull_back', 'reopen');
  return fc.oneof(
    ...[1, 2, 3, 4].map(() => take(holder, onward)),
    take(holder, fc.record({ does: fc.constant('note' as const), ...written, paragraphs: fc.nat(3) })),
    take(holder, fc.record({ does: fc.constant('note' as const), ...written })),
    take(holder, fc.record({ does: fc.constantFrom('return' as const, 'close' as const), confirm, explains })),
    ...[1, 2].map(() => take(holder, corrected)),
    take(holder, fc.record({ does: plain })),
    take(holder, fc.record({ does: fc.constant('regrade' as const), confidential: fc.boolean() })),
    ...[1, 2].map(() => take(holder, asideSteps(TODAY))),
    ...[1, 2].map(() => take(holder, togetherSteps())),
    take(anybody, fc.constant({ does: 'open_part' })),
    take(holder, fc.record({ does: fc.constant('open_volume' as const), explains })),
    take(anybody, fc.record({ does: fc.constantFrom('follow' as const, 'unfollow' as const) })),
    take(mostly<Who>(fc.constant('sender'), anybody), fc.constant({ does: 'remind' })),
    take(fc.constant('sender'), fc.constant({ does: 'pull_back' })),
    answering(anybody),
    ...consulting(),
    ...takingBack(),
    take(fc.constant('closer'), fc.constant({ does: 'reopen' })),
    take(holder, clockSteps()),
  );

  /** An opened file is asked for and given back, or pulled up, and the note that stayed behind is taken up again. */
  function takingBack() {
    const sender = mostly<Who>(fc.constant('sender'), anybody);
    const pendingNote = fc.constantFrom('confirm' as const, 'set_aside' as const, null);
    const asking = fc.constantFrom('ask_recall' as const, 'ask_recall' as const, 'withdraw_recall' as const);
    const pulling = fc.constantFrom(...posts.desks.slice(0, 3)).map((marking) => ({ post: marking }));
    return [
      take(sender, fc.record({ does: asking })),
      take(holder, fc.record({ does: fc.constant('agree_recall' as const), pendingNote, explains })),
      take(holder, fc.record({ does: fc.constantFrom('refuse_recall' as const, 'take_up_note' as const) })),
      take(pulling, fc.constant({ does: 'pull_up' })),
    ];
  }

  /** Others are asked, and mostly one of those answers. */
  function consulting() {
    const { holding, answering: ending } = consultingSteps(posts.all);
    return [...[1, 2].map(() => take(holder, holding)), take(mostly<Who>(fc.constant('consulted'), anybody), ending)];
  }
}

/** Mostly by the person with whom the last discussion was. */
function answering(anybody: fc.Arbitrary<Who>): fc.Arbitrary<RandomStep> {
  const step = fc.record({
    does: fc.constant('answer' as const),
    back: mostly(fc.nat(1), fc.nat(4)),
    answer: fc.constantFrom('confirmed' as const, 'not_confirmed' as const),
  });
  const link = mostly(fc.constant(true), fc.constant(false));
  return fc.record({ who: mostly<Who>(fc.constant('discussed'), anybody), step, which: fc.nat(9), link });
}

export function mostly<T>(often: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 6, arbitrary: often }, { weight: 1, arbitrary: seldom });
}

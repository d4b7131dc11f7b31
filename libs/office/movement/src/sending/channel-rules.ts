import { jumpedBy, type Language, leftOutBy, markingIn, markingInBoth, MOST_LEVELS } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import { Refusal } from '@patravali/errors';
import { type ChannelFacts, firstOnWayBack, inLineOf, lineAbove, wayFrom } from '@patravali/organisation';

interface Hop {
  readonly kind: 'forwarded' | 'returned';
  readonly toPostId: string;
  /** The reason, if one is given. */
  readonly remarks: string | null;
}

/**
 * The posts that this movement jumps: of the channel or, without one, of the superiors of the sending post. A return goes to
 * where the file came from, and jumps nothing; but on its way back a file passes every jumped post by itself, returned or forwarded.
 * @throws Refusal `jump-needs-reason`, `way-back-first`; `level-needs-reason` where a file without a channel comes to yet another level
 * above those that it should climb.
 */
export function jumpedPosts(custody: FileCustody, channel: ChannelFacts, hop: Hop): ChannelFacts['posts'] {
  const { posts, power, vacant } = channel;
  const from = posts.find(({ id }) => id === custody.holderPostId);
  const to = posts.find(({ id }) => id === hop.toPostId);
  if (!from || !to) return [];
  const owed = posts.filter(({ id }) => custody.jumpedPostIds.includes(id));
  const waiting = owed.filter(({ id }) => !vacant.includes(id) || hop.remarks === null);
  const bypassed = firstOnWayBack(waiting, from, to);
  if (bypassed && vacant.includes(bypassed.id)) throw needsReason([bypassed]);
  if (bypassed)
    throw new Refusal(
      'way-back-first',
      { post: markingInBoth(bypassed) },
      { errors: at('way-back-first', '#/toPostId') },
    );
  if (hop.kind === 'returned') return [];
  const jumped = power
    ? jumpedBy(inLineOf(from, wayFrom(from, posts, power).way), to)
    : leftOutBy(lineAbove(from, posts), to);
  if (jumped.length > 0 && hop.remarks === null) throw needsReason(jumped);
  if (!power && hop.remarks === null) refuseFurtherLevel([...custody.levels, from.level], to.level);
  return jumped;
}

/** The level of the dealing hand, with which a case begins, is none that it climbs. */
function refuseFurtherLevel(passed: readonly number[], level: number): void {
  const { size } = new Set(passed);
  if (size <= MOST_LEVELS || passed.includes(level)) return;
  const params = { level: size + 1, most: MOST_LEVELS };
  throw new Refusal('level-needs-reason', params, { errors: at('level-needs-reason', '#/remarks') });
}

function needsReason(posts: ChannelFacts['posts']): Refusal {
  const namedIn = (language: Language) => posts.map((post) => markingIn(post, language)).join(', ');
  const post = markingInBoth({ marking: namedIn('en'), markingHi: namedIn('hi') });
  return new Refusal('jump-needs-reason', { post }, { errors: at('jump-needs-reason', '#/remarks') });
}

const at = (detail: string, pointer: string) => [{ pointer, detail }];

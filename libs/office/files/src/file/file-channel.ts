import type { Actor } from '@patravali/authorization';
import type { FileChannel, FileView, Rung, RungState } from '@patravali/contract';
import { type FileCustody, LEVELS_CLIMBED } from '@patravali/custody';
import { type Parameters, projection } from '@patravali/database';
import type { WhereTo } from '@patravali/movement';
import {
  caseCategoryRef,
  finalPostToday,
  firstOnWayBack,
  heldPostsInLine,
  HeldLineRow,
  inLineOf,
  lineAbove,
  powerToday,
  PowerRow,
  wayFrom,
} from '@patravali/organisation';
import { z } from 'zod';

const Facts = z.object({
  category: z.object({ id: z.uuid(), code: z.string(), name: z.object({ hi: z.string(), en: z.string() }) }).nullable(),
  levels: z.array(z.int()),
  power: PowerRow.nullable(),
  /** The posts at which the rules of the channel look. */
  line: z.array(HeldLineRow),
  owed: z.array(z.uuid()),
  openedFrom: z.uuid(),
});
type Facts = z.infer<typeof Facts>;

/** What is read of the channel of the file `f` with its custody `c`. */
export function channelFacts({ postId }: Actor, { bind }: Parameters) {
  const final = finalPostToday('c.organisation_id', 'c.category_id');
  const ids = `ARRAY[f.created_by_post_id, c.sender_post_id, ${bind(postId)}::uuid, ${final}] || c.jumped_post_ids`;
  return projection(Facts, {
    category: caseCategoryRef('c.category_id'),
    levels: `to_jsonb(${LEVELS_CLIMBED})`,
    power: powerToday('c.organisation_id', 'c.category_id'),
    line: heldPostsInLine('c.organisation_id', ids),
    owed: 'to_jsonb(c.jumped_post_ids)',
    openedFrom: 'f.created_by_post_id',
  });
}

interface ChannelShown {
  readonly shown: Pick<FileView, 'category' | 'levels' | 'channel' | 'superiors' | 'decides' | 'wayBack'>;
  readonly whereTo: WhereTo;
  /** The sender lies below a jumped post that the file has yet to pass. */
  readonly isReturnBarred: boolean;
}

/** What the person is shown of it, and what follows for where the file may go from here. */
export function channelOf(actor: Actor, custody: FileCustody, facts: Facts): ChannelShown {
  const { category, levels, power, line } = facts;
  const { senderPostId } = custody;
  const postOf = (id: string | null) => line.find((post) => post.id === id);
  const self = custody.holderPostId === actor.postId ? postOf(actor.postId) : undefined;
  const sender = postOf(senderPostId);
  const owed = line.filter(({ id }) => facts.owed.includes(id));
  const ahead = self && power ? wayFrom(self, line, power) : null;
  const next = ahead?.way[0];
  const wayBack = self ? firstOnWayBack(owed, self) : null;
  const held = owed.filter(({ holder }) => holder !== null);
  return {
    shown: {
      category,
      levels,
      channel: power && {
        rungs: rungsOf(facts, custody, power),
        ahead: self && ahead ? ranked(inLineOf(self, ahead.way)) : [],
      },
      superiors: self && !power ? ranked(lineAbove(self, line)) : [],
      decides: (ahead?.final?.id ?? null) as FileView['decides'],
      wayBack: (wayBack?.id ?? null) as FileView['wayBack'],
    },
    whereTo: {
      fileId: custody.fileId,
      senderPostId,
      openerPostId: facts.openedFrom,
      nextPostId: next?.id ?? null,
      wayBackPostId: wayBack?.id ?? null,
      comesDown: next !== undefined && levels.includes(next.level),
      isFinal: ahead?.way.length === 0,
    },
    isReturnBarred: self && sender ? firstOnWayBack(held, self, sender) !== null : false,
  };
}

function ranked(posts: readonly HeldLineRow[]): FileChannel['ahead'] {
  return posts.map(({ id, level }) => ({ post: id as Rung['post'], level }));
}

function rungsOf(
  { line, owed, levels, openedFrom }: Facts,
  custody: FileCustody,
  power: PowerRow,
): FileChannel['rungs'] {
  const first = line.find(({ id }) => id === openedFrom);
  if (!first) return [];
  const { way, final } = wayFrom(first, line, power);
  const disposes = way.length === 0 ? first : final;
  const stateOf = ({ id, level }: HeldLineRow): RungState => {
    if (id === custody.holderPostId) return 'here';
    if (owed.includes(id)) return 'owed';
    return levels.includes(level) ? 'passed' : 'ahead';
  };
  return [first, ...way].map((post) => ({
    post: post.id as Rung['post'],
    level: post.level,
    holder: post.holder,
    isFinal: post.id === disposes?.id,
    state: stateOf(post),
  }));
}

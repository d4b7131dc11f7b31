import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Rung, Unnamed, Way, WayQuery as Request } from '@patravali/contract';
import { select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { wayFrom } from './chain-of-command';
import { finalPostToday, heldPostsInLine, HeldLineRow, powerToday, PowerRow } from './chain-of-command-rows';

const FACTS = z.object({ power: PowerRow.nullable(), posts: z.array(HeldLineRow), isKnown: z.boolean() });

/** Through which posts a case of a kind goes from a post, today: what the office has laid down, and nothing of any file. */
@Injectable()
export class WayQuery {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `unknown-category`, `unknown-post`. */
  @Serves('getWay')
  async execute({ organisationId }: Actor, { categoryId, fromPostId }: Request): Promise<Unnamed<Way>> {
    const ids = `ARRAY[$3::uuid, ${finalPostToday('$1', '$2')}]`;
    const [facts] = await select(
      this.database,
      FACTS,
      `SELECT ${powerToday('$1', '$2')} AS power, ${heldPostsInLine('$1', ids)} AS posts,
         EXISTS (SELECT FROM case_category k WHERE k.organisation_id = $1 AND k.id = $2) AS "isKnown"`,
      [organisationId, categoryId, fromPostId],
    );
    if (!facts?.isKnown) throw unknown('unknown-category', '#/categoryId');
    const { power, posts } = facts;
    const from = posts.find(({ id }) => id === fromPostId.toLowerCase());
    if (!from) throw unknown('unknown-post', '#/fromPostId');
    const { way, final } = power ? wayFrom(from, posts, power) : { way: [], final: null };
    const disposes = power && way.length === 0 ? from : final;
    const rungs = [from, ...way].map(({ id, level, holder }) => ({
      post: id as Rung['post'],
      level,
      holder,
      isFinal: id === disposes?.id,
    }));
    const { fromOn = null, reason = null } = power ?? {};
    return { fromOn, reason, rungs, levels: new Set(rungs.map(({ level }) => level)).size };
  }
}

function unknown(code: 'unknown-category' | 'unknown-post', pointer: string): Refusal {
  return new Refusal(code, {}, { errors: [{ pointer, detail: code }] });
}

import { Injectable } from '@nestjs/common';
import type { HeldPost } from '@patravali/contract';
import { projection, select } from '@patravali/database';
import { HELD_POSTS, HeldPostRow, PEOPLE } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { liveSession, ofTheDemo } from '../session/live-session';
import { SessionPolicy } from '../session/session-policy';

const LIVE = projection(z.object({ tokenHash: z.string(), posts: z.array(HeldPostRow) }), {
  tokenHash: 'session.token_hash',
  posts: HELD_POSTS,
});

/** Which of these sessions are still open, and what their people hold today: for what goes on after its request was answered. */
@Injectable()
export class LiveSessions {
  constructor(
    private readonly database: EntityManager,
    private readonly policy: SessionPolicy,
  ) {}

  /** By the hashes of their tokens; one that has ended is missing. It counts as no use. */
  async execute(tokenHashes: readonly string[]): Promise<ReadonlyMap<string, readonly HeldPost[]>> {
    const rows = await select(
      this.database,
      LIVE.row,
      `SELECT ${LIVE.columns} FROM session
       JOIN ${PEOPLE} ON person.organisation_id = session.organisation_id AND person.id = session.user_id
       WHERE session.token_hash = ANY ($1::text[]) AND ${liveSession('$3')} AND ${ofTheDemo('$2')}`,
      [[...tokenHashes], this.policy.demo, this.policy.idleMinutes],
    );
    return new Map(rows.map(({ tokenHash, posts }) => [tokenHash, posts]));
  }
}

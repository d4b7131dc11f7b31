import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { PersonCharges, type Unnamed } from '@patravali/contract';
import { countAllOnDesk } from '@patravali/custody';
import { select } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { chargesOf } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';

const WAITING = z.object({ postId: z.uuid(), waiting: z.int() });
const ANSWER = PersonCharges.omit({ posts: true });

/** What somebody holds, and what would be left there without him: asked before an account is closed. Two statements. */
@Injectable()
export class PersonChargesQuery {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-allowed`, `not-found` */
  @Serves('getPersonCharges')
  async execute(actor: Actor, personId: string): Promise<Unnamed<PersonCharges>> {
    const { organisationId } = actor;
    const charges = await chargesOf(this.database, actor, personId);
    const counted = await select(
      this.database,
      WAITING,
      `SELECT id AS "postId", ${countAllOnDesk('$1', 'held.id')} AS waiting FROM unnest($2::uuid[]) AS held (id)`,
      [organisationId, charges.map(({ postId }) => postId)],
    );
    const waitingAt = new Map(counted.map(({ postId, waiting }) => [postId, waiting]));
    return ANSWER.parse({
      charges: charges.map(({ postId, ...left }) => ({ post: postId, waiting: waitingAt.get(postId) ?? 0, ...left })),
    });
  }
}

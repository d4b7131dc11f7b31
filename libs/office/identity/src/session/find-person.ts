import { Injectable } from '@nestjs/common';
import { Bilingual } from '@patravali/contract';
import { projection, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { HELD_POSTS, HeldPostRow, PEOPLE } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { SignedInPerson } from './find-session';
import { principalOf } from './principal-of';

const PERSON = projection(z.object({ name: Bilingual, posts: z.array(HeldPostRow) }), {
  name: `jsonb_build_object('hi', person.name_hi, 'en', person.name_en)`,
  posts: HELD_POSTS,
});

/** A person with the posts held today, signed in or not: for what the office does in that person's name. */
@Injectable()
export class FindPerson {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found`. */
  async execute(organisationId: string, userId: string): Promise<SignedInPerson> {
    const [row] = await select(
      this.database,
      PERSON.row,
      `SELECT ${PERSON.columns} FROM ${PEOPLE} WHERE person.organisation_id = $1 AND person.id = $2`,
      [organisationId, userId],
    );
    if (!row) throw new Refusal('not-found');
    return {
      person: principalOf(organisationId, userId),
      session: { user: { name: row.name } },
      heldPosts: row.posts.map((post) => ({ ...post, organisationId })),
    };
  }
}

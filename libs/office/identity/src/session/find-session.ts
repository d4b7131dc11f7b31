import { Injectable } from '@nestjs/common';
import type { ActingPost } from '@patravali/authorization';
import { type HeldPost, Session, type TenureKind } from '@patravali/contract';
import { projection, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { HELD_POSTS, HeldPostRow, PEOPLE } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { type Person, principalOf } from './principal-of';
import { tokenHash } from './secret-token';
import { SessionPolicy } from './session-policy';

/** A post that the person holds today, and in which capacity. */
export interface HeldActingPost extends ActingPost {
  readonly capacity: TenureKind;
}

/** A person who is signed in, before they act from any post. */
export interface SignedIn {
  readonly person: Person;
  readonly tokenHash: string;
  readonly session: Session;
  readonly heldPosts: readonly HeldActingPost[];
}

const SESSION = projection(
  Session.pick({ user: true, organisation: true, demo: true, expiresAt: true }).extend({ posts: z.array(HeldPostRow) }),
  {
    user: `jsonb_build_object('id', person.id, 'username', person.username,
      'name', jsonb_build_object('hi', person.name_hi, 'en', person.name_en))`,
    organisation: `jsonb_build_object('id', office.id, 'name', jsonb_build_object('hi', office.name_hi, 'en', office.name_en))`,
    demo: 'session.demo',
    expiresAt: 'session.expires_at',
    posts: HELD_POSTS,
  },
);

/** Who stands behind a token, and which posts they hold today in India: one statement for each request. */
@Injectable()
export class FindSession {
  constructor(
    private readonly database: EntityManager,
    private readonly policy: SessionPolicy,
  ) {}

  /** @throws Refusal `not-signed-in`: unknown, expired, ended, or a demo session while the demo is off. */
  async execute(token: string): Promise<SignedIn> {
    const hash = tokenHash(token);
    const [row] = await select(
      this.database,
      SESSION.row,
      `SELECT ${SESSION.columns} FROM session
       JOIN ${PEOPLE} ON person.organisation_id = session.organisation_id AND person.id = session.user_id
       WHERE session.token_hash = $1 AND session.expires_at > clock_timestamp()
         AND (NOT (session.demo OR person.demo) OR ($2 AND person.demo AND office.demo))`,
      [hash, this.policy.demo],
    );
    if (!row) throw new Refusal('not-signed-in');
    const { user, organisation, demo, posts, expiresAt } = row;
    return {
      person: principalOf(organisation.id, user.id),
      tokenHash: hash,
      session: {
        user,
        organisation,
        demo,
        posts: posts.map(shownPost),
        expiresAt,
      },
      heldPosts: posts.map((post) => ({ ...post, organisationId: organisation.id })),
    };
  }
}

function shownPost({ id, marking, designation, unit, unitId, roles, capacity }: HeldPost): HeldPost {
  return { id, marking, designation, unit, unitId, roles, capacity };
}

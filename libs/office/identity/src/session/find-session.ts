import { Injectable, Logger } from '@nestjs/common';
import type { ActingPost } from '@patravali/authorization';
import { type Absence, type HeldPost, Session, type TenureKind } from '@patravali/contract';
import { projection, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { HELD_POSTS, HeldPostRow, PEOPLE } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { CONFIRMED_SESSION } from './confirmed-session';
import { liveSession, ofTheDemo } from './live-session';
import { type Person, principalOf } from './principal-of';
import { tokenHash } from './secret-token';
import { SessionPolicy } from './session-policy';

/** A post that the person holds today, and in which capacity. */
export interface HeldActingPost extends ActingPost {
  readonly capacity: TenureKind;
  /** Who acts there for him now, while he is on leave. */
  readonly absence: Absence | null;
}

/** A person who is signed in, before they act from any post. */
export interface SignedIn {
  readonly person: Person;
  readonly tokenHash: string;
  readonly session: Session;
  /** Has confirmed a short while ago that it is he. */
  readonly isConfirmed: boolean;
  readonly heldPosts: readonly HeldActingPost[];
}

const SESSION = projection(
  Session.pick({ user: true, organisation: true, demo: true, expiresAt: true, confirmedAt: true }).extend({
    posts: z.array(HeldPostRow),
    isDue: z.boolean(),
    isConfirmed: z.boolean(),
  }),
  {
    user: `jsonb_build_object('id', person.id, 'username', person.username,
      'name', jsonb_build_object('hi', person.name_hi, 'en', person.name_en))`,
    organisation: `jsonb_build_object('id', office.id, 'keptLanguages', office.kept_languages,
      'name', jsonb_build_object('hi', office.name_hi, 'en', office.name_en))`,
    demo: 'session.demo',
    expiresAt: 'session.expires_at',
    posts: HELD_POSTS,
    isDue: `session.last_used_at < clock_timestamp() - INTERVAL '1 minute'`,
    confirmedAt: 'session.confirmed_at',
    isConfirmed: CONFIRMED_SESSION,
  },
);

/** What is needed of a person to act from one of their posts. */
export interface SignedInPerson extends Pick<SignedIn, 'person' | 'heldPosts'> {
  readonly session: { readonly user: { readonly name: Session['user']['name'] } };
}

/**
 * Who stands behind a token, and which posts they hold today in India: one statement for each request. That the session was
 * used is written at most once a minute, by a statement that nobody waits for, so that reading goes on where nothing can be
 * written.
 */
@Injectable()
export class FindSession {
  private readonly logger = new Logger(FindSession.name);

  constructor(
    private readonly database: EntityManager,
    private readonly policy: SessionPolicy,
  ) {}

  /**
   * @param unattended the page asks by itself, and nobody is at it: that does not keep a session alive.
   * @throws Refusal `not-signed-in`: unknown, expired, not used for too long, ended, or of the demo while that is off.
   */
  async execute(token: string, { unattended = false } = {}): Promise<SignedIn> {
    const hash = tokenHash(token);
    const [row] = await select(
      this.database,
      SESSION.row,
      `SELECT ${SESSION.columns} FROM session
       JOIN ${PEOPLE} ON person.organisation_id = session.organisation_id AND person.id = session.user_id
       WHERE session.token_hash = $1 AND ${liveSession('$3')} AND ${ofTheDemo('$2')}`,
      [hash, this.policy.demo, this.policy.idleMinutes],
    );
    if (!row) throw new Refusal('not-signed-in');
    const { user, organisation, demo, posts, expiresAt, confirmedAt, isConfirmed, isDue } = row;
    if (isDue && !unattended) this.noteUse(hash);
    return {
      person: principalOf(organisation.id, user.id),
      tokenHash: hash,
      session: {
        user,
        organisation,
        demo,
        posts: posts.map(shownPost),
        expiresAt,
        confirmedAt,
      },
      isConfirmed,
      heldPosts: posts.map((post) => ({ ...post, organisationId: organisation.id })),
    };
  }

  private noteUse(hash: string): void {
    this.database
      .query(
        `UPDATE session SET last_used_at = clock_timestamp()
         WHERE token_hash = $1 AND last_used_at < clock_timestamp() - INTERVAL '1 minute'`,
        [hash],
      )
      .catch((error: unknown) => this.logger.warn(error instanceof Error ? error.message : error));
  }
}

function shownPost({
  id,
  marking,
  markingHi,
  designation,
  unit,
  unitId,
  roles,
  capacity,
  absence,
}: HeldPost): HeldPost {
  return { id, marking, markingHi, designation, unit, unitId, roles, capacity, absence };
}

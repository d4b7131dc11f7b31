import { Injectable } from '@nestjs/common';
import type { ActingPost } from '@patravali/authorization';
import type { HeldPost, Session, TenureKind } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { DataSource } from 'typeorm';
import { asPerson, type Person } from './as-person';
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

interface Row {
  user: Session['user'];
  organisation: Session['organisation'];
  demo: boolean;
  expires_at: Date;
  posts: (HeldPost & { superiorPostId: string | null })[];
}

/** One statement for each request. A post held twice is held in the fuller capacity. */
const SESSION = `
  SELECT session.demo, session.expires_at,
    jsonb_build_object('id', person.id, 'username', person.username,
      'name', jsonb_build_object('hi', person.name_hi, 'en', person.name_en)) AS user,
    jsonb_build_object('id', office.id, 'name', jsonb_build_object('hi', office.name_hi, 'en', office.name_en))
      AS organisation,
    (SELECT COALESCE(jsonb_agg(to_jsonb(held) - 'level' ORDER BY held.level, held.marking), '[]') FROM (
      SELECT DISTINCT ON (post.id) post.id, post.marking, post.level,
        jsonb_build_object('hi', post.designation_hi, 'en', post.designation_en) AS designation,
        jsonb_build_object('hi', unit.name_hi, 'en', unit.name_en) AS unit,
        post.unit_id AS "unitId", post.superior_post_id AS "superiorPostId", to_jsonb(post.roles) AS roles,
        tenure.kind AS capacity
      FROM tenure
      JOIN post ON post.organisation_id = tenure.organisation_id AND post.id = tenure.post_id
      JOIN unit ON unit.organisation_id = post.organisation_id AND unit.id = post.unit_id
      WHERE tenure.organisation_id = person.organisation_id AND tenure.user_id = person.id
        AND tenure.from_on <= india_today() AND (tenure.until_on IS NULL OR tenure.until_on >= india_today())
      ORDER BY post.id, array_position(ARRAY['regular', 'additional', 'link'], tenure.kind)) AS held) AS posts
  FROM session
  JOIN office_user person ON person.organisation_id = session.organisation_id AND person.id = session.user_id
  JOIN organisation office ON office.id = session.organisation_id
  WHERE session.token_hash = $1 AND session.expires_at > clock_timestamp()
    AND (NOT (session.demo OR person.demo) OR ($2 AND person.demo AND office.demo))`;

/** Who stands behind a token, and which posts they hold today in India. */
@Injectable()
export class FindSession {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policy: SessionPolicy,
  ) {}

  /** @throws Refusal `not-signed-in`: unknown, expired, ended, or a demo session while the demo is off. */
  async execute(token: string): Promise<SignedIn> {
    const hash = tokenHash(token);
    const [row] = await this.dataSource.query<Row[]>(SESSION, [hash, this.policy.demo]);
    if (!row) throw new Refusal('not-signed-in');
    const { user, organisation, demo, posts, expires_at: expiresAt } = row;
    return {
      person: asPerson(organisation.id, user.id),
      tokenHash: hash,
      session: {
        user,
        organisation,
        demo,
        posts: posts.map(shownPost),
        expiresAt: expiresAt.toISOString(),
      },
      heldPosts: posts.map((post) => ({ ...post, organisationId: organisation.id })),
    };
  }
}

function shownPost({ id, marking, designation, unit, unitId, roles, capacity }: HeldPost): HeldPost {
  return { id, marking, designation, unit, unitId, roles, capacity };
}

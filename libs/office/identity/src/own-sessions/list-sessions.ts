import { Injectable } from '@nestjs/common';
import { OpenSession } from '@patravali/contract';
import { projection, select } from '@patravali/database';
import { EntityManager } from 'typeorm';
import type { SignedIn } from '../session/find-session';
import { liveSession } from '../session/live-session';
import { SessionPolicy } from '../session/session-policy';

const OPEN = projection(OpenSession, {
  id: 'session.id',
  device: 'session.device',
  address: 'session.address',
  startedAt: 'session.created_at',
  lastUsedAt: 'session.last_used_at',
  current: 'session.token_hash = $3',
});

/** A person's own sessions that have not ended, the latest used first. */
@Injectable()
export class ListSessions {
  constructor(
    private readonly database: EntityManager,
    private readonly policy: SessionPolicy,
  ) {}

  async execute({ person, tokenHash }: SignedIn): Promise<{ items: OpenSession[] }> {
    const items = await select(
      this.database,
      OPEN.row,
      `SELECT ${OPEN.columns} FROM session
       WHERE session.organisation_id = $1 AND session.user_id = $2 AND ${liveSession('$4')}
       ORDER BY session.token_hash = $3 DESC, session.last_used_at DESC, session.id`,
      [person.organisationId, person.userId, tokenHash, this.policy.idleMinutes],
    );
    return { items };
  }
}

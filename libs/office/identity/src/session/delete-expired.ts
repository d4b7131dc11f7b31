import { SCHEDULE } from '@patravali/config';
import { Injectable } from '@nestjs/common';
import type { Queue } from '@patravali/database';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { SessionPolicy } from './session-policy';
import { liveSession } from './live-session';

/** At twenty past each hour. */
export const DELETE_EXPIRED_SESSIONS: Queue = {
  name: 'delete-expired-sessions',
  data: z.object({}),
  cron: SCHEDULE.deleteExpiredSessions,
};

/** Sessions that ended by themselves, each recorded with when it was last used. */
const SESSIONS = `
  WITH ended AS (
    DELETE FROM session WHERE NOT (${liveSession('$1')}) RETURNING *
  )
  INSERT INTO security_event (organisation_id, kind, user_id, address, data)
  SELECT organisation_id, 'session_ended', user_id, address, jsonb_build_object('session', id, 'lastUsedAt', last_used_at,
    'how', CASE WHEN expires_at <= clock_timestamp() THEN 'over' ELSE 'idle' END)
  FROM ended`;

/** Wrong passwords after a day, right ones after thirty; security events after 180 days, as CERT-In asks. */
const REST = [
  `DELETE FROM sign_in_attempt WHERE last_at < clock_timestamp() - INTERVAL '1 day'
     AND (succeeded_at IS NULL OR succeeded_at < clock_timestamp() - INTERVAL '30 days')`,
  `DELETE FROM recent_use WHERE since < clock_timestamp() - INTERVAL '1 hour'`,
  `DELETE FROM network_use WHERE since < clock_timestamp() - INTERVAL '1 hour'`,
  `DELETE FROM security_event WHERE at < office_now() - INTERVAL '180 days'`,
];

@Injectable()
export class DeleteExpiredSessions {
  constructor(
    private readonly database: EntityManager,
    private readonly policy: SessionPolicy,
  ) {}

  async execute(): Promise<void> {
    await this.database.query(SESSIONS, [this.policy.idleMinutes]);
    for (const statement of REST) await this.database.query(statement);
  }
}

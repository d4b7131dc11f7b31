import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { Jobs, select } from '@patravali/database';
import { PEOPLE } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { DigestMail, MAIL_DIGEST } from './mail-queues';

/** The first digest tells of so much; a later one of all since the one before. */
const FIRST = `INTERVAL '1 day'`;
const LONGEST = `INTERVAL '14 days'`;

/** On a working day one digest for each person who wants one, of what came since the last. */
@Injectable()
export class BeginDigests {
  constructor(
    private readonly database: EntityManager,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
  ) {}

  /** May be done twice: of one person and day there is one, and its job exists exactly if it does. */
  async execute(): Promise<void> {
    if (this.config.mail.kind === 'none') return;
    await this.database.transaction(async (manager) => {
      const begun = await select(
        manager,
        DigestMail,
        `INSERT INTO notice_digest (organisation_id, user_id, day, since, until)
         SELECT person.organisation_id, person.id, india_today(),
           GREATEST(office_now() - ${LONGEST}, COALESCE((SELECT max(d.until) FROM notice_digest d
             WHERE d.organisation_id = person.organisation_id AND d.user_id = person.id), office_now() - ${FIRST})), office_now()
         FROM ${PEOPLE}
         WHERE person.email IS NOT NULL AND office_works_on(person.organisation_id, india_today())
           AND EXISTS (SELECT FROM notice_setting s WHERE s.organisation_id = person.organisation_id
             AND s.user_id = person.id AND s.channel = 'digest' AND s.is_on)
         ON CONFLICT DO NOTHING
         RETURNING organisation_id AS "organisationId", user_id AS "userId", day`,
      );
      for (const digest of begun) await this.jobs.enqueue(manager, MAIL_DIGEST, digest);
    });
  }
}

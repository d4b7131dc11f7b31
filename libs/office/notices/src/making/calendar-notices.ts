import { Inject, Injectable } from '@nestjs/common';
import { type Config, CONFIG, SCHEDULE } from '@patravali/config';
import type { NoticeKind } from '@patravali/contract';
import { CUSTODY, joinCustody } from '@patravali/custody';
import { Jobs, type Queue, select } from '@patravali/database';
import { UNANSWERED_LETTERS } from '@patravali/letters';
import { FOLLOWED } from '@patravali/movement';
import { holdersToday } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { enqueueMails } from '../mailing/enqueue-mails';
import { makeCertificateEnds } from './certificate-ends';
import { makeKeptLong } from './kept-long';

const MADE = z.object({ id: z.uuid() });

export const CALENDAR_NOTICES: Queue = { name: 'calendar-notices', data: z.object({}), cron: SCHEDULE.calendarNotices };
export const DELETE_OLD_NOTICES: Queue = {
  name: 'delete-old-notices',
  data: z.object({}),
  cron: SCHEDULE.deleteOldNotices,
};

/** A quarter: the file is found without the notice that it came, and an absence of three months is over by then. */
const KEPT = `INTERVAL '90 days'`;
/** What has been late for longer is no news. */
const LATE_SINCE_DAYS = 7;

/** A kind of notice that a day brings, about the files of custody `c`. */
interface DayKind {
  readonly source: string;
  readonly when: string;
  /** The post that is told, and the day for which: of one file, post and day there is one notice. */
  readonly post: string;
  readonly day: string;
}

const HELD = { source: CUSTODY, post: 'c.holder_post_id', day: 'c.due_on' };
const news = (day: string) => `${day} >= india_today() - ${LATE_SINCE_DAYS}`;

/** What a day brings on which the office works. */
const OF_THE_DAY: Partial<Readonly<Record<NoticeKind, DayKind>>> = {
  due_next: {
    ...HELD,
    when: `c.state = 'on_desk' AND c.due_on = next_working_day(c.organisation_id, india_today() + 1)`,
  },
  late: { ...HELD, when: `c.state = 'on_desk' AND c.due_on < india_today() AND ${news('c.due_on')}` },
  reply_overdue: {
    source: UNANSWERED_LETTERS.source,
    post: 'c.holder_post_id',
    // Another notice of the same file may be about the same day.
    day: `('reply ' || ${UNANSWERED_LETTERS.day})`,
    when: `c.state = 'on_desk' AND ${UNANSWERED_LETTERS.filter} AND ${news(UNANSWERED_LETTERS.day)}`,
  },
  reminder_due: {
    source: `${FOLLOWED.source} ${joinCustody(FOLLOWED.file)}`,
    post: 'w.post_id',
    day: 'w.remind_on',
    when: `w.remind_on <= india_today() AND ${news('w.remind_on')}`,
  },
};

/**
 * Tells the holders of files what is due on the next working day, what has become late and which reply has not come, and
 * their superiors what was kept too long; of reminders to oneself, and that one's certificate ends.
 */
@Injectable()
export class CalendarNotices {
  constructor(
    private readonly database: EntityManager,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
  ) {}

  /** May be done twice: of one file, day and person, and of one key, there is one notice. */
  async make(): Promise<void> {
    for (const [kind, brought] of Object.entries(OF_THE_DAY))
      await this.database.transaction((tx) => this.makeOf(tx, kind, brought));
    for (const making of [makeKeptLong, makeCertificateEnds])
      await this.database.transaction(async (tx) => this.mailed(tx, await making(tx)));
  }

  private async makeOf(manager: EntityManager, kind: string, { source, when, post, day }: DayKind): Promise<void> {
    const made = await select(
      manager,
      MADE,
      `INSERT INTO notice (organisation_id, user_id, post_id, kind, subject_kind, subject_id, cause_id, at)
         SELECT c.organisation_id, holder.user_id, ${post}, $1, 'file', c.file_id,
           md5(c.file_id::text || ${day}::text)::uuid, office_now()
         FROM ${source} JOIN ${holdersToday('c.organisation_id', post)} ON true
         WHERE ${when} AND office_works_on(c.organisation_id, india_today())
         ON CONFLICT ON CONSTRAINT notice_once DO NOTHING RETURNING id`,
      [kind],
    );
    await this.mailed(
      manager,
      made.map(({ id }) => id),
    );
  }

  private async mailed(manager: EntityManager, ids: string[]): Promise<void> {
    if (this.config.mail.kind !== 'none') await enqueueMails(manager, this.jobs, ids);
  }

  async deleteOld(): Promise<void> {
    await this.database.query(`DELETE FROM notice WHERE at < office_now() - ${KEPT}`);
    await this.database.query(`DELETE FROM notice_digest WHERE until < office_now() - ${KEPT}`);
  }
}

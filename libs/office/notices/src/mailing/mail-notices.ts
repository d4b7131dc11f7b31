import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { KEPT_LANGUAGES, Notice } from '@patravali/contract';
import { type Attempt, Parameters, select } from '@patravali/database';
import { OfficeMail } from '@patravali/dispatch';
import { FindPerson } from '@patravali/identity';
import { PEOPLE, withPosts } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { ListNotices } from '../reading/list-notices';
import { isOn } from '../reading/own-notices';
import { actorsOf } from './actors-of';
import type { DigestMail, NoticeMail } from './mail-queues';
import { noticeWords } from './notice-words';

const ADDRESS = z.object({
  email: z.string().nullable(),
  office: z.string().nullable(),
  kept: z.enum(KEPT_LANGUAGES),
});
const PERIOD = z.object({ since: z.string(), until: z.string() });
const FALLBACK_SENDER = 'office@patravali.invalid';
/** More than that nobody reads in a mail; the rest is at the bell. */
const MOST_TOLD = 100;

/** Mails people what they want to have mailed, as far as they may read it when it is sent. A job may run twice: then nothing more is sent. */
@Injectable()
export class MailNotices {
  constructor(
    private readonly database: EntityManager,
    private readonly people: FindPerson,
    private readonly notices: ListNotices,
    private readonly mail: OfficeMail,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  async atOnce({ organisationId, userId, noticeId }: NoticeMail, attempt: Attempt): Promise<void> {
    const wanted = (parameters: Parameters) => [
      `n.id = ${parameters.bind(noticeId)}`,
      'n.mailed_at IS NULL',
      isOn('email'),
    ];
    const [notice] = await this.readable(organisationId, userId, wanted);
    if (!notice) return;
    await this.send({ organisationId, userId, id: noticeId, notices: [notice], name: 'notice' }, attempt);
    await this.database.query('UPDATE notice SET mailed_at = office_now() WHERE id = $1', [noticeId]);
  }

  async digest({ organisationId, userId, day }: DigestMail, attempt: Attempt): Promise<void> {
    const key = [organisationId, userId, day];
    const [period] = await select(
      this.database,
      PERIOD,
      `SELECT since::text AS since, until::text AS until FROM notice_digest
       WHERE organisation_id = $1 AND user_id = $2 AND day = $3::date AND mailed_at IS NULL`,
      key,
    );
    if (!period) return;
    const wanted = ({ bind }: Parameters) => [
      `n.at > ${bind(period.since)}::timestamptz AND n.at <= ${bind(period.until)}::timestamptz`,
      isOn('digest'),
    ];
    const notices = await this.readable(organisationId, userId, wanted);
    if (notices.length > 0) {
      await this.send({ organisationId, userId, id: `${userId}.${day}`, notices, name: 'digest' }, attempt);
    }
    await this.database.query(
      `UPDATE notice_digest SET mailed_at = office_now() WHERE organisation_id = $1 AND user_id = $2 AND day = $3::date`,
      key,
    );
  }

  /** Nothing for somebody who holds no post any more. */
  private async readable(
    organisationId: string,
    userId: string,
    wanted: (parameters: Parameters) => string[],
  ): Promise<Notice[]> {
    const [first, ...others] = actorsOf(await this.people.execute(organisationId, userId));
    return first ? await this.notices.wanted([first, ...others], wanted, MOST_TOLD) : [];
  }

  /** @throws when it is worth trying again; after the last attempt a mail that did not go out is forgone: the bell has what it said. */
  private async send(
    {
      organisationId,
      userId,
      id,
      notices,
      name,
    }: { organisationId: string; userId: string; id: string; notices: Notice[]; name: 'notice' | 'digest' },
    { last }: Attempt,
  ): Promise<void> {
    const [address] = await select(
      this.database,
      ADDRESS,
      `SELECT person.email, office.email AS office, office.kept_languages AS kept FROM ${PEOPLE}
       WHERE person.organisation_id = $1 AND person.id = $2`,
      [organisationId, userId],
    );
    if (!address?.email) return;
    const named = await withPosts(this.database, { organisationId }, z.array(Notice), notices);
    const words = noticeWords(named, this.config.publicUrl, { name, kept: address.kept });
    await this.mail
      .send({ id, to: address.email, from: address.office ?? FALLBACK_SENDER, ...words })
      .catch((error: unknown) => {
        if (!last) throw error;
      });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { type ChangeNoticeSetting, NOTICE_CHANNELS, NOTICE_KINDS, NoticeSetting } from '@patravali/contract';
import { projection, select } from '@patravali/database';
import type { Person } from '@patravali/identity';
import { PEOPLE } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { isOnByDefault } from './defaults';

const ADDRESS = z.object({ email: z.string().nullable() });
const SETTING = projection(NoticeSetting, { kind: 's.kind', channel: 's.channel', on: 's.is_on' });

/** What a person wants to be told, and where: his own business, and not on the record. */
@Injectable()
export class NoticeSettings {
  constructor(
    private readonly database: EntityManager,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
  ) {}

  /** Of every kind and channel. */
  async list({ organisationId, userId }: Person): Promise<NoticeSetting[]> {
    const said = await select(
      this.database,
      SETTING.row,
      `SELECT ${SETTING.columns} FROM notice_setting s WHERE s.organisation_id = $1 AND s.user_id = $2`,
      [organisationId, userId],
    );
    const settings = NOTICE_KINDS.flatMap((kind) => NOTICE_CHANNELS.map((channel) => ({ kind, channel })));
    return settings.map(({ kind, channel }) => {
      const known = said.find((each) => each.kind === kind && each.channel === channel);
      return known ?? { kind, channel, on: isOnByDefault(channel) };
    });
  }

  /** Where mail of this person goes; null where none does. */
  async mailTo({ organisationId, userId }: Person): Promise<string | null> {
    if (this.config.mail.kind === 'none') return null;
    const [person] = await select(
      this.database,
      ADDRESS,
      `SELECT person.email FROM ${PEOPLE} WHERE person.organisation_id = $1 AND person.id = $2`,
      [organisationId, userId],
    );
    return person?.email ?? null;
  }

  async change({ organisationId, userId }: Person, { kinds, channel, on }: ChangeNoticeSetting): Promise<void> {
    await this.database.query(
      `INSERT INTO notice_setting (organisation_id, user_id, kind, channel, is_on)
       SELECT DISTINCT $1::uuid, $2::uuid, kind, $4, $5::boolean FROM unnest($3::text[]) AS kind
       ON CONFLICT (organisation_id, user_id, kind, channel) DO UPDATE SET is_on = EXCLUDED.is_on`,
      [organisationId, userId, kinds, channel, on],
    );
  }
}

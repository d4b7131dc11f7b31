import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type CalendarQuery,
  type CalendarYear,
  NumberHead,
  type OfficeLetterhead,
  type PageRows,
  type PageQuery,
  PostView,
  type SigningRule,
  TenureView,
  type UrgencyLabels,
} from '@patravali/contract';
import { decodeCursor, projection, select, toPage } from '@patravali/database';
import { NUMBER_SCHEMES, renderNumber } from '@patravali/numbering';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { calendarYear } from './calendar/calendar-year';
import { officeSigningRule } from './letterhead/signing-rule';
import { officeLetterhead } from './letterhead/write-letterhead';
import { refuseNonAdministrator } from './organisation/refuse-non-administrator';
import { urgencyLabels } from './urgencies/urgency-labels';

const POST_VIEW = projection(PostView, {
  id: 'post.id',
  marking: 'post.marking',
  markingHi: 'post.marking_hi',
  level: 'post.level',
  unitId: 'post.unit_id',
  superiorPostId: 'post.superior_post_id',
  roles: 'to_jsonb(post.roles)',
  designation: `jsonb_build_object('hi', post.designation_hi, 'en', post.designation_en)`,
  unit: `jsonb_build_object('hi', unit.name_hi, 'en', unit.name_en)`,
  holder: 'post_holder(post.id)',
});

const TENURE_VIEW = projection(TenureView, {
  id: 'tenure.id',
  postId: 'tenure.post_id',
  person: `jsonb_build_object('hi', person.name_hi, 'en', person.name_en)`,
  username: 'person.username',
  kind: 'tenure.kind',
  fromOn: 'tenure.from_on',
  untilOn: 'tenure.until_on',
  orderReference: 'tenure.order_reference',
});

const HEAD = projection(NumberHead.omit({ series: true }).extend({ template: z.string(), unit: z.string() }), {
  id: 'head.id',
  basic: 'head.basic',
  primary: 'head."primary"',
  secondary: 'head.secondary',
  tertiary: 'head.tertiary',
  title: `jsonb_build_object('hi', head.title_hi, 'en', head.title_en)`,
  template: 'scheme.template',
  unit: 'unit.abbreviation',
});

/** Behind every other in the order of ids. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** What everybody in the office may know of it, its posts and its number heads, and what administrators look after. */
@Injectable()
export class OrganisationQueries {
  constructor(private readonly database: EntityManager) {}

  /** The posts of the office from its head down, with who holds each today; not those that are abolished. */
  @Serves('listPosts')
  async listPosts({ organisationId }: Actor, { limit, cursor }: PageQuery): Promise<PageRows<PostView>> {
    const [level, marking] = cursor === undefined ? [0, ''] : decodeCursor(cursor, ['number', 'string']);
    const rows = await select(
      this.database,
      POST_VIEW.row,
      `SELECT ${POST_VIEW.columns}
       FROM post JOIN unit ON unit.organisation_id = post.organisation_id AND unit.id = post.unit_id
       WHERE post.organisation_id = $1 AND post.abolished_at IS NULL AND (post.level, post.marking) > ($2::smallint, $3)
       ORDER BY post.level, post.marking LIMIT $4`,
      [organisationId, level, marking, limit + 1],
    );
    return toPage(
      rows,
      limit,
      (row) => row,
      (row) => [row.level, row.marking],
    );
  }

  /**
   * Who holds and held which post, the latest first of each post.
   * @throws not-allowed for all but administrators.
   */
  @Serves('listTenures')
  async listTenures(actor: Actor, { limit, cursor }: PageQuery): Promise<PageRows<TenureView>> {
    const { organisationId } = actor;
    refuseNonAdministrator(actor);
    const [fromOn, id] = cursor === undefined ? ['9999-12-31', LAST_ID] : decodeCursor(cursor, ['string', 'string']);
    const rows = await select(
      this.database,
      TENURE_VIEW.row,
      `SELECT ${TENURE_VIEW.columns}
       FROM tenure JOIN office_user person ON person.organisation_id = tenure.organisation_id AND person.id = tenure.user_id
       WHERE tenure.organisation_id = $1 AND (tenure.from_on, tenure.id) < ($2::date, $3::uuid)
       ORDER BY tenure.from_on DESC, tenure.id DESC LIMIT $4`,
      [organisationId, fromOn, id, limit + 1],
    );
    return toPage(
      rows,
      limit,
      (row) => row,
      (row) => [row.fromOn, row.id],
    );
  }

  /** On which days the office works. */
  @Serves('getCalendar')
  calendar({ organisationId }: Actor, { year }: CalendarQuery): Promise<CalendarYear> {
    return calendarYear(this.database, organisationId, year);
  }

  /** How the letters of the office are laid out. */
  @Serves('getLetterhead')
  letterhead({ organisationId }: Actor): Promise<OfficeLetterhead> {
    return officeLetterhead(this.database, organisationId);
  }

  /** Which letters officers sign. */
  @Serves('getSigningRule')
  signingRule({ organisationId }: Actor): Promise<SigningRule> {
    return officeSigningRule(this.database, organisationId);
  }

  /** The degrees of urgency of the office. */
  @Serves('listUrgencies')
  async listUrgencies({ organisationId }: Actor): Promise<UrgencyLabels> {
    return { items: await urgencyLabels(this.database, organisationId) };
  }

  /** The heads that a file number may begin with, as a file of the actor's unit would print them. */
  @Serves('listNumberHeads')
  async listNumberHeads({ organisationId, post }: Actor, { limit, cursor }: PageQuery): Promise<PageRows<NumberHead>> {
    const after = cursor === undefined ? ['', '', '', ''] : decodeCursor(cursor, Array<'string'>(4).fill('string'));
    const rows = await select(
      this.database,
      HEAD.row,
      `SELECT ${HEAD.columns} FROM number_head head
       JOIN ${NUMBER_SCHEMES} ON scheme.organisation_id = head.organisation_id AND scheme.kind = 'file'
       JOIN unit ON unit.organisation_id = head.organisation_id AND unit.id = $2
       WHERE head.organisation_id = $1
         AND (head.basic, head."primary", head.secondary, COALESCE(head.tertiary, '')) > ($3, $4, $5, $6)
       ORDER BY head.basic, head."primary", head.secondary, COALESCE(head.tertiary, '') LIMIT $7`,
      [organisationId, post.unitId, ...after, limit + 1],
    );
    return toPage(
      rows,
      limit,
      ({ template, unit, ...head }) => ({ ...head, series: seriesOfHead(template, { ...head, unit }) }),
      (head) => [head.basic, head.primary, head.secondary, head.tertiary ?? ''],
    );
  }
}

/** What a file number prints before its serial, without the stroke: `A-11011`. */
function seriesOfHead(template: string, head: Omit<NumberHead, 'series' | 'title'> & { unit: string }): string {
  const { basic, primary, secondary, tertiary, unit } = head;
  const [prefix = ''] = template.split('{serial}');
  const fields = { basic, primary, secondary, tertiary: tertiary ?? '', unit, year: '' };
  return renderNumber(prefix, fields).replace(/(?<![\s/-])[\s/-]+$/, '') || `${basic}-${primary}0${secondary}`;
}

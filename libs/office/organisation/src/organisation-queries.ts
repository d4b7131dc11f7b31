import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type CalendarQuery,
  type CalendarYear,
  NumberHead,
  type OfficeLetterhead,
  type PageRows,
  type PageQuery,
  type PostView,
  type SigningRule,
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
import { headCode } from './numbering/number-head';
import { POST_VIEW } from './posts/post-view';
import { urgencyLabels } from './urgencies/urgency-labels';

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

const PARTS = `COALESCE(head."primary", ''), COALESCE(head.secondary, ''), COALESCE(head.tertiary, '')`;

/** What everybody in the office may know of it, its posts and its number heads. */
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
       WHERE head.organisation_id = $1 AND head.retired_at IS NULL AND (head.basic, ${PARTS}) > ($3, $4, $5, $6)
       ORDER BY head.basic, ${PARTS} LIMIT $7`,
      [organisationId, post.unitId, ...after, limit + 1],
    );
    return toPage(
      rows,
      limit,
      ({ template, unit, ...head }) => ({ ...head, series: seriesOfHead(template, { ...head, unit }) }),
      (head) => [head.basic, head.primary ?? '', head.secondary ?? '', head.tertiary ?? ''],
    );
  }
}

/** What a file number prints before its serial, without the stroke: `A-11011`. */
function seriesOfHead(template: string, head: Omit<NumberHead, 'series' | 'title'> & { unit: string }): string {
  const { basic, primary, secondary, tertiary, unit } = head;
  const [prefix = ''] = template.split('{serial}');
  const code = headCode(head);
  const parts = { primary: primary ?? '', secondary: secondary ?? '', tertiary: tertiary ?? '' };
  const fields = { head: code, basic, ...parts, unit, year: '' };
  return renderNumber(prefix, fields).replace(/(?<![\s/-])[\s/-]+$/, '') || code;
}

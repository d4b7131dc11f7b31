import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Bilingual, NumberHead, Page, PageQuery, PostRef, PostView, Welcome } from '@patravali/contract';
import { decodeCursor, toPage } from '@patravali/database';
import { renderNumber } from '@patravali/numbering';
import { DataSource } from 'typeorm';
import { SessionPolicy } from './session-policy';

/** What everybody in the office may know of it: its posts, its number heads, and what the sign-in page shows. */
@Injectable()
export class PeopleQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policy: SessionPolicy,
  ) {}

  /** The posts of the office from its head down, with who holds each today. */
  async listPosts({ organisationId }: Actor, { limit, cursor }: PageQuery): Promise<Page<PostView>> {
    const [level, marking] = cursor === undefined ? [0, ''] : decodeCursor(cursor, ['number', 'string']);
    const rows = await this.dataSource.query<PostView[]>(
      `SELECT post.id, post.marking, post.level, post.unit_id AS "unitId", post.superior_post_id AS "superiorPostId",
         jsonb_build_object('hi', post.designation_hi, 'en', post.designation_en) AS designation,
         jsonb_build_object('hi', unit.name_hi, 'en', unit.name_en) AS unit, post_holder(post.id) AS holder
       FROM post JOIN unit ON unit.organisation_id = post.organisation_id AND unit.id = post.unit_id
       WHERE post.organisation_id = $1 AND (post.level, post.marking) > ($2::smallint, $3)
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

  /** The heads that a file number may begin with, as a file of the actor's unit would print them. */
  async listNumberHeads({ organisationId, post }: Actor, { limit, cursor }: PageQuery): Promise<Page<NumberHead>> {
    const after = cursor === undefined ? ['', '', '', ''] : decodeCursor(cursor, Array<'string'>(4).fill('string'));
    const rows = await this.dataSource.query<(Omit<NumberHead, 'series'> & { template: string; unit: string })[]>(
      `SELECT head.id, basic, "primary", secondary, tertiary,
         jsonb_build_object('hi', title_hi, 'en', title_en) AS title, template, unit.abbreviation AS unit
       FROM number_head head
       JOIN number_scheme scheme ON scheme.organisation_id = head.organisation_id AND scheme.kind = 'file'
       JOIN unit ON unit.organisation_id = head.organisation_id AND unit.id = $2
       WHERE head.organisation_id = $1 AND (basic, "primary", secondary, COALESCE(tertiary, '')) > ($3, $4, $5, $6)
       ORDER BY basic, "primary", secondary, COALESCE(tertiary, '') LIMIT $7`,
      [organisationId, post.unitId, ...after, limit + 1],
    );
    return toPage(
      rows,
      limit,
      ({ template, unit, ...head }) => ({ ...head, series: seriesOfHead(template, { ...head, unit }) }),
      (head) => [head.basic, head.primary, head.secondary, head.tertiary ?? ''],
    );
  }

  /** The office's name, and in a demo its people; an office that has not been loaded yet has an empty name. */
  async welcome(): Promise<Welcome> {
    const [office] = await this.dataSource.query<{ id: string; name: Bilingual; demo: boolean }[]>(
      `SELECT id, jsonb_build_object('hi', name_hi, 'en', name_en) AS name, demo FROM organisation ORDER BY id LIMIT 1`,
    );
    if (!office) return { organisation: { hi: '', en: '' }, demo: this.policy.demo, demoPeople: [] };
    const demo = office.demo && this.policy.demo;
    return { organisation: office.name, demo, demoPeople: demo ? await this.demoPeople(office.id) : [] };
  }

  private demoPeople(organisationId: string): Promise<Welcome['demoPeople']> {
    return this.dataSource.query<{ username: string; name: Bilingual; shows: Bilingual; posts: PostRef[] }[]>(
      `SELECT username, jsonb_build_object('hi', person.name_hi, 'en', person.name_en) AS name,
         jsonb_build_object('hi', COALESCE(shows_hi, ''), 'en', COALESCE(shows_en, '')) AS shows,
         COALESCE(jsonb_agg(post_ref(post.id) ORDER BY post.level, post.marking)
           FILTER (WHERE post.id IS NOT NULL), '[]') AS posts
       FROM office_user person
       LEFT JOIN tenure ON tenure.organisation_id = person.organisation_id AND tenure.user_id = person.id
         AND from_on <= india_today() AND (until_on IS NULL OR until_on >= india_today())
       LEFT JOIN post ON post.organisation_id = tenure.organisation_id AND post.id = tenure.post_id
       WHERE person.organisation_id = $1 AND person.demo
       GROUP BY person.id ORDER BY min(post.level), min(post.marking), username`,
      [organisationId],
    );
  }
}

/** What a file number prints before its serial, without the stroke: `A-11011`. */
function seriesOfHead(template: string, head: Omit<NumberHead, 'series' | 'title'> & { unit: string }): string {
  const { basic, primary, secondary, tertiary, unit } = head;
  const [prefix = ''] = template.split('{serial}');
  const fields = { basic, primary, secondary, tertiary: tertiary ?? '', unit, year: '' };
  return renderNumber(prefix, fields).replace(/[\s/-]+$/, '') || `${basic}-${primary}0${secondary}`;
}

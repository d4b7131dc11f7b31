import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  KeptHead,
  type KeptHeadsQuery,
  type NumberSchemes,
  type NumberSchemesQuery,
  type NumberSchemeView,
  type PageRows,
} from '@patravali/contract';
import { decodeCursor, isoInstant, projection, select, type SqlRunner, toPage } from '@patravali/database';
import { type FieldsOfNumber, lastSerials, type NumberScheme, numberSchemes } from '@patravali/numbering';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { unfit } from '../establishment/rules/administering';
import { refuseNonAdministrator } from '../organisation/refuse-non-administrator';
import { fieldsOfUnit, numberAfter, seriesWith, together } from './ahead';
import { asksForParts, fieldsOfHead, headCode } from './number-head';

const HEAD = projection(KeptHead.omit({ code: true, ahead: true }), {
  id: 'head.id',
  basic: 'head.basic',
  basicHi: 'head.basic_hi',
  primary: 'head."primary"',
  secondary: 'head.secondary',
  tertiary: 'head.tertiary',
  title: `jsonb_build_object('hi', head.title_hi, 'en', head.title_en)`,
  retiredAt: isoInstant('head.retired_at'),
  version: 'head.version',
});
const UNIT = z.object({ abbreviation: z.string(), abbreviationHi: z.string().nullable() });
const PARTS = `COALESCE(head."primary", ''), COALESCE(head.secondary, ''), COALESCE(head.tertiary, '')`;

/** How the office makes its numbers, and how the next of each will read; nothing is drawn. */
@Injectable()
export class NumberQueries {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-allowed`, `unknown-unit` */
  @Serves('listNumberSchemes')
  async schemes(actor: Actor, { unitId = actor.post.unitId }: NumberSchemesQuery): Promise<NumberSchemes> {
    refuseNonAdministrator(actor);
    return schemesAhead(this.database, actor.organisationId, unitId);
  }

  /** @throws Refusal `not-allowed`, `unknown-unit` */
  @Serves('listKeptHeads')
  async keptHeads(actor: Actor, query: KeptHeadsQuery): Promise<PageRows<KeptHead>> {
    refuseNonAdministrator(actor);
    const { organisationId, post } = actor;
    const { limit, cursor, unitId = post.unitId } = query;
    const after = cursor === undefined ? ['', '', '', ''] : decodeCursor(cursor, Array<'string'>(4).fill('string'));
    const unit = await unitFields(this.database, organisationId, unitId);
    const scheme = (await numberSchemes(this.database, organisationId)).find(({ kind }) => kind === 'file');
    const rows = await select(
      this.database,
      HEAD.row,
      `SELECT ${HEAD.columns} FROM number_head head
       WHERE head.organisation_id = $1 AND (head.basic, ${PARTS}) > ($2, $3, $4, $5)
       ORDER BY head.basic, ${PARTS} LIMIT $6`,
      [organisationId, ...after, limit + 1],
    );
    const numbered = rows.map((head) => ({ head, of: together(fieldsOfHead(head), unit) }));
    const lasts = scheme
      ? await lastSerials(this.database, organisationId, {
          ...scheme,
          series: numbered.filter(({ head }) => prints(scheme, head)).map(({ of }) => seriesWith({ scheme, of })),
        })
      : new Map<string, number>();
    return toPage(
      numbered,
      limit,
      ({ head, of }) => ({
        ...head,
        code: headCode(head),
        ahead: scheme && prints(scheme, head) ? aheadOf(scheme, of, lasts) : null,
      }),
      ({ head: { basic, primary, secondary, tertiary } }) => [basic, primary ?? '', secondary ?? '', tertiary ?? ''],
    );
  }
}

const prints = ({ template }: NumberScheme, { primary }: Pick<KeptHead, 'primary'>): boolean =>
  primary !== null || !asksForParts(template);

/** The schemes of the office, with the next number of this unit. @throws Refusal `unknown-unit` */
export async function schemesAhead(
  database: SqlRunner,
  organisationId: string,
  unitId: string,
): Promise<NumberSchemes> {
  const of = await unitFields(database, organisationId, unitId);
  const items: NumberSchemeView[] = [];
  for (const scheme of await numberSchemes(database, organisationId)) {
    const { kind, template, period, year } = scheme;
    if (kind === 'file') items.push({ kind, template, period, ahead: null });
    else {
      const lasts = await lastSerials(database, organisationId, { kind, year, series: [seriesWith({ scheme, of })] });
      items.push({ kind, template, period, ahead: aheadOf(scheme, of, lasts) });
    }
  }
  return { unitId, items };
}

async function unitFields(database: SqlRunner, organisationId: string, unitId: string): Promise<FieldsOfNumber> {
  const [unit] = await select(
    database,
    UNIT,
    `SELECT abbreviation, abbreviation_hi AS "abbreviationHi" FROM unit WHERE organisation_id = $1 AND id = $2`,
    [organisationId, unitId],
  );
  if (!unit) throw unfit('unknown-unit', 'unitId');
  return fieldsOfUnit(unit);
}

function aheadOf(scheme: NumberScheme, of: FieldsOfNumber, lasts: ReadonlyMap<string, number>) {
  const last = lasts.get(seriesWith({ scheme, of })) ?? null;
  const { number, numberHi } = numberAfter({ scheme, of }, last ?? 0);
  return { last, next: number, nextHi: numberHi };
}

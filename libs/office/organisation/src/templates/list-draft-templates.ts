import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { DraftTemplate, type ListDraftTemplates as Query, type PageRows } from '@patravali/contract';
import { decodeCursor, Parameters, projection, select, toPage } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { unitRef } from '../organisation/names';
import { ENCLOSED_WITH_TEMPLATE } from './template-documents';

const TEMPLATE = projection(DraftTemplate, {
  id: 't.id',
  unit: unitRef('t.unit_id'),
  code: 't.code',
  name: `jsonb_build_object('hi', t.name_hi, 'en', t.name_en)`,
  form: 't.form',
  language: 't.language',
  content: 't.content',
  series: 't.series',
  documents: ENCLOSED_WITH_TEMPLATE,
  inUse: 't.in_use',
});

/** The templates of the office and of the unit of one’s acting post, by their codes. */
@Injectable()
export class ListDraftTemplates {
  constructor(private readonly database: EntityManager) {}

  @Serves('listDraftTemplates')
  async execute(actor: Actor, { limit, cursor, ...filters }: Query): Promise<PageRows<DraftTemplate>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const { form, language, inUse } = filters;
    const where = [
      `t.organisation_id = ${bind(actor.organisationId)}`,
      `(t.unit_id IS NULL OR t.unit_id = ${bind(actor.post.unitId)})`,
      ...(form === undefined ? [] : [`t.form = ${bind(form)}`]),
      ...(language === undefined ? [] : [`t.language = ${bind(language)}`]),
      ...(inUse === undefined ? [] : [`t.in_use = ${bind(inUse)}`]),
    ];
    if (cursor !== undefined) {
      const [code, id] = decodeCursor(cursor, ['string', 'string']);
      where.push(`(t.code, t.id) > (${bind(code)}, ${bind(id)}::uuid)`);
    }
    const rows = await select(
      this.database,
      TEMPLATE.row,
      `SELECT ${TEMPLATE.columns} FROM draft_template t WHERE ${where.join(' AND ')}
       ORDER BY t.code, t.id LIMIT ${bind(limit + 1)}`,
      parameters.values,
    );
    return toPage(
      rows,
      limit,
      (row) => row,
      ({ code, id }) => [code, id],
    );
  }
}

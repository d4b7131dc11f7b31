import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type PhraseOwner, QuickPhrase, type QuickPhrases } from '@patravali/contract';
import { projection, select } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { ownedBy } from './owner';
import { QuickPhrase as Row } from './quick-phrase.entity';

const PHRASE = projection(QuickPhrase, {
  id: 'q.id',
  of: `CASE WHEN q.user_id IS NOT NULL THEN 'person' WHEN q.unit_id IS NOT NULL THEN 'unit' ELSE 'office' END`,
  text: `jsonb_build_object('hi', q.text_hi, 'en', q.text_en)`,
  place: 'q.place',
  version: 'q.version',
});

/** One’s own phrases, those of the unit of one’s acting post and those of the office, each in their order. */
@Injectable()
export class ListQuickPhrases {
  constructor(private readonly database: EntityManager) {}

  @Serves('listQuickPhrases')
  async execute(actor: Actor): Promise<QuickPhrases> {
    const { organisationId, userId, post } = actor;
    const items = await select(
      this.database,
      PHRASE.row,
      `SELECT ${PHRASE.columns} FROM quick_phrase q
       WHERE q.organisation_id = $1 AND (q.user_id = $2 OR q.unit_id = $3 OR num_nonnulls(q.user_id, q.unit_id) = 0)
       ORDER BY q.user_id IS NULL, q.unit_id IS NULL, q.place`,
      [organisationId, userId, post.unitId],
    );
    const keeps = (of: PhraseOwner) => actor.ability.can('keep_phrases', Object.assign(new Row(), ownedBy(actor, of)));
    return { items, keepsUnit: keeps('unit'), keepsOffice: keeps('office') };
  }
}

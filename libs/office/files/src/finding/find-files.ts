import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileRow, FindFiles as FindFilesQuery, PageRows } from '@patravali/contract';
import { joinCustody } from '@patravali/custody';
import { decodeCursor, pageByKey, Parameters } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { refuseUnknown } from '@patravali/organisation';
import { type Formula, narrowingTo, OfficeQuestions } from '@patravali/search';
import { EntityManager } from 'typeorm';
import { FILE_ROW } from '../file/file-row';
import { hasWord, saysFormula, wordsOf } from './file-search';
import { filesInParts, type PartOfAnswer } from './files-in-parts';

/** By parts of the answer, and in the order in which the office gave the files their numbers, whatever any clock said. */
const NEWEST_FIRST = { column: 'found.place', type: 'bigint', direction: 'DESC' } as const;

/**
 * Finds files by number, computer number or words of the subject, among those that one may read. First those that have the
 * words, in any form; then those that bear what was typed letter by letter; then those with words that mean the same, and
 * last those with words that sound alike. In each part the newest come first.
 */
@Injectable()
export class FindFiles {
  constructor(
    private readonly database: EntityManager,
    private readonly questions: OfficeQuestions,
  ) {}

  /** @throws Refusal `unknown-unit`, `unknown-post` */
  @Serves('findFiles')
  async execute(actor: Actor, query: FindFilesQuery): Promise<PageRows<FileRow>> {
    const { from, to, unitId, holderId, state } = query;
    await refuseUnknown(this.database, actor.organisationId, { unitId, postId: holderId });
    const narrowed = narrowingTo({ from, to, unitId });
    if (narrowed === null) return { items: [], next: null };
    const parameters = new Parameters();
    const organisation = `${parameters.bind(actor.organisationId)}::uuid`;
    const found = filesInParts({
      actor,
      organisation,
      parameters,
      parts: await this.partsOf(actor.organisationId, query.q),
      there: { holderId, state },
      narrowed: narrowed.query === '' ? null : narrowed,
      after: query.cursor === undefined ? undefined : placeIn(query.cursor),
      wanted: query.limit + 1,
    });
    return await pageByKey(
      this.database,
      {
        projection: FILE_ROW,
        source: `(${found}) found
          JOIN office_file f ON f.organisation_id = ${organisation} AND f.computer_number = found.number ${joinCustody('f.id')}`,
        where: [`f.organisation_id = ${organisation}`],
        parameters,
        order: NEWEST_FIRST,
        id: FILE_ROW.expressions.id,
        // One post has very much, another hardly anything.
        plannedEachTime: holderId !== undefined,
      },
      query,
    );
  }

  private async partsOf(organisationId: string, q = ''): Promise<readonly PartOfAnswer[]> {
    const words = wordsOf(q);
    const letters: PartOfAnswer = { words, formula: null, not: [] };
    const asked = q === '' ? null : await this.questions.formulasFor(organisationId, q);
    if (!asked) return [letters];
    const { forms, meanings, sounds, isPlain } = asked;
    const bears = (bind: Parameters['bind']) => words.map((word) => hasWord(word, bind)).join(' AND ');
    const says = (formula: Formula) => (bind: Parameters['bind']) => saysFormula(formula, bind);
    // Quotes and a minus are no letters of what is sought.
    const others = isPlain ? [bears] : [];
    return [
      { words: [], formula: forms, not: [] },
      ...(isPlain ? [{ ...letters, not: [says(forms)] }] : []),
      ...(meanings ? [{ words: [], formula: meanings, not: [...others, says(forms)] }] : []),
      ...(sounds ? [{ words: [], formula: sounds, not: [...others, says(meanings ?? forms)] }] : []),
    ];
  }
}

/** @throws Refusal `invalid-input` of one that no list has given. */
function placeIn(cursor: string): number {
  const place = Number(decodeCursor(cursor, ['string', 'string'])[0]);
  if (!Number.isSafeInteger(place))
    throw new Refusal('invalid-input', {}, { errors: [{ pointer: '#/cursor', detail: 'cursor' }] });
  return place;
}

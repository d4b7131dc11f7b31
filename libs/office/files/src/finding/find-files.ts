import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileRow, FindFiles as FindFilesQuery, PageRows } from '@patravali/contract';
import { isStillReader, joinCustody, mayReadFile, necessaryReader } from '@patravali/custody';
import { decodeCursor, pageByKey, Parameters } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { FILE_ROW } from '../file/file-row';
import { computerNumberIn, FILE_SEARCH, hasWord, NEW_READERS, threesIn, wordsOf } from './file-search';
import { newestMatches } from './newest-matches';

/** In the order in which the office gave them their numbers, whatever any clock said. */
const NEWEST_FIRST = { column: 'f.computer_number', type: 'integer', direction: 'DESC' } as const;

/** Finds files by number, computer number or words of the subject, among those that one may read; newest first. */
@Injectable()
export class FindFiles {
  constructor(private readonly database: EntityManager) {}

  @Serves('findFiles')
  async execute(actor: Actor, query: FindFilesQuery): Promise<PageRows<FileRow>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const organisation = `${bind(actor.organisationId)}::uuid`;
    const below = query.cursor && `${bind(decodeCursor(query.cursor, ['string', 'string'])[0])}::integer`;
    const words = wordsOf(query.q);
    const reader = necessaryReader(actor);
    const state = query.state ? `${bind(query.state)}::text` : null;
    const mayRead = mayReadFile(actor, parameters, 's');
    const inState = state ? [`s.state = ${state}`] : [];
    const isWanted = [...inState, ...words.map((word) => hasWord(word, bind))];
    const wanted = `${bind(query.limit + 1)}::integer`;
    const isNew = [
      `n.organisation_id = ${organisation}`,
      `n.post_id = ${bind(actor.postId)}::uuid`,
      ...isStillReader(actor, parameters, 's'),
    ];
    const found = [
      newestMatches({
        organisation,
        where: [mayRead, ...isWanted],
        implied: { reader: reader && `${bind(reader)}::uuid`, state, threes: threesIn(words, bind) },
        below,
        wanted,
      }),
      `SELECT n.computer_number FROM ${NEW_READERS}
       WHERE ${[...isNew, ...(below ? [`n.computer_number < ${below}`] : []), ...isWanted].join(' AND ')}
       ORDER BY n.computer_number DESC LIMIT ${wanted}`,
    ];
    const number = computerNumberIn(words);
    if (number !== undefined) {
      const same = [`s.organisation_id = ${organisation}`, `s.computer_number = ${bind(number)}`, ...inState];
      found.push(
        `SELECT s.computer_number FROM ${FILE_SEARCH} WHERE ${[mayRead, ...same].join(' AND ')}`,
        `SELECT n.computer_number FROM ${NEW_READERS} WHERE ${[...isNew, ...same].join(' AND ')}`,
      );
    }
    return await pageByKey(
      this.database,
      {
        projection: FILE_ROW,
        source: `(${found.map((numbers) => `(${numbers})`).join(' UNION ')}) found
          JOIN office_file f ON f.organisation_id = ${organisation} AND f.computer_number = found.number ${joinCustody('f.id')}`,
        where: [`f.organisation_id = ${organisation}`],
        parameters,
        order: NEWEST_FIRST,
        id: FILE_ROW.expressions.id,
      },
      query,
    );
  }
}

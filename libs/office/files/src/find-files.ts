import { Injectable } from '@nestjs/common';
import { type Actor, Parameters } from '@patravali/authorization';
import type { FileRow, FindFiles as FindFilesQuery, PageRows } from '@patravali/contract';
import { mayReadFile } from '@patravali/custody';
import { pageByKey } from '@patravali/database';
import { westernDigits } from '@patravali/messages';
import { EntityManager } from 'typeorm';
import { FILE_ROW, FILES, NEWEST_FIRST } from './file-row';

const MAX_WORDS = 8;

/** Finds files by number, computer number or words of the subject, among those that one may read; newest first. */
@Injectable()
export class FindFiles {
  constructor(private readonly database: EntityManager) {}

  async execute(actor: Actor, query: FindFilesQuery): Promise<PageRows<FileRow>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const where = [`f.organisation_id = ${bind(actor.organisationId)}`, mayReadFile(actor, parameters)];
    if (query.state) where.push(`c.state = ${bind(query.state)}`);
    if (query.q) where.push(matching(query.q, bind));
    const [source, order] = [FILES, NEWEST_FIRST];
    return await pageByKey(
      this.database,
      { projection: FILE_ROW, source, where, parameters, order, id: FILE_ROW.expressions.id },
      query,
    );
  }
}

/** Number and subject as they are searched; the index `file_by_words` is over the same. */
const WORDS = String.raw`translate(f.number || ' ' || f.subject, U&'\0966\0967\0968\0969\096A\096B\096C\096D\096E\096F\200C\200D', '0123456789')`;

/** Every word must occur in number or subject; a number alone may also be the computer number. */
function matching(q: string, bind: (value: unknown) => string): string {
  const words = asSearched(q).split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);
  const inText = words.map((word) => `${WORDS} ILIKE ${bind(`%${escapeLike(word)}%`)}`);
  const all = `(${inText.join(' AND ') || 'true'})`;
  const [only] = words;
  if (words.length !== 1 || only === undefined || !/^\d{1,9}$/.test(only)) return all;
  return `(f.computer_number = ${bind(Number(only))} OR ${all})`;
}

/** In western digits, and without the joiners that change only the shape of a letter. */
function asSearched(text: string): string {
  return westernDigits(text).replace(/[\u200c\u200d]/g, '');
}

function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, (character) => `\\${character}`);
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { NoteNumbers } from '@patravali/contract';
import { CUSTODY, mayReadFile } from '@patravali/custody';
import { Parameters, projection, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { z } from 'zod';

const NUMBERS = projection(NoteNumbers, {
  number: 'r.number',
  firstParagraph: 'r.first_paragraph',
  paragraphs: 'r.paragraphs',
  kind: 'r.kind',
});

/** The numbers that the notes of a file and their paragraphs have, without what they say. */
@Injectable()
export class ListNoteNumbers {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may not read the file. */
  @Serves('listNoteNumbers')
  async execute(actor: Actor, fileId: string): Promise<{ items: NoteNumbers[] }> {
    const parameters = new Parameters();
    const [found] = await select(
      this.database,
      z.object({ items: z.array(NUMBERS.row) }),
      `SELECT COALESCE((SELECT json_agg(${NUMBERS.json} ORDER BY r.number) FROM note r
         WHERE r.organisation_id = c.organisation_id AND r.file_id = c.file_id), '[]') AS items
       FROM ${CUSTODY} WHERE c.file_id = ${parameters.bind(fileId)} AND ${mayReadFile(actor, parameters)}`,
      parameters.values,
    );
    if (!found) throw new Refusal('not-found');
    return found;
  }
}

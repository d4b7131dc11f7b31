import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { NoteNumbers, type NotesQuery, type PageRows } from '@patravali/contract';
import { listOfFile } from '@patravali/custody';
import { projection } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';

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
  execute(actor: Actor, fileId: string, query: NotesQuery): Promise<PageRows<NoteNumbers>> {
    const list = { projection: NUMBERS, source: 'note r', file: 'r.file_id', key: 'number' } as const;
    return listOfFile(this.database, actor, fileId, query, list);
  }
}

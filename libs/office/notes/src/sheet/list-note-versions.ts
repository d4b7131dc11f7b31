import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { NoteVersion, type PageQuery, type PageRows } from '@patravali/contract';
import { listOfFile, mayReadNoteInWriting } from '@patravali/custody';
import { type Parameters, projection } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { actorRef } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { postsNamed } from '../discussions/participant-rows';

const VERSION = projection(NoteVersion, {
  number: 'r.number',
  text: 'r.content',
  decision: 'r.decision',
  kind: 'r.kind',
  mainNote: 'r.main_note',
  discussedWith: postsNamed('r.discussed_with'),
  by: actorRef('r.user_id', 'r.post_id', 'r.capacity'),
  at: 'r.saved_at',
});

/** The versions of the note in writing, for its desk and, while it is up for correction, for both. */
@Injectable()
export class ListNoteVersions {
  constructor(private readonly database: EntityManager) {}

  /** Whoever reads the file and not the note in writing finds none. @throws Refusal `not-found`. */
  @Serves('listNoteVersions')
  execute(actor: Actor, fileId: string, query: PageQuery): Promise<PageRows<NoteVersion>> {
    const source = (parameters: Parameters) =>
      `(SELECT v.* FROM note_version v WHERE v.file_id = c.file_id AND ${mayReadNoteInWriting(actor, parameters)}) r`;
    return listOfFile(this.database, actor, fileId, query, {
      projection: VERSION,
      source,
      file: 'r.file_id',
      key: 'number' as const,
    });
  }
}

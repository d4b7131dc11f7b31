import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type NotesQuery, NoteView, type PageRows } from '@patravali/contract';
import { explanationsBelow, listOfFile, takenBackBy } from '@patravali/custody';
import { projection } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { actorRef } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { DISCUSSED_WITH } from '../discussions/participant-rows';
import { hasWords } from '../note/words';
import { OF_PART, RETURNS } from '../parts/incorporated-notes';
import { WHERE_FROZEN } from '../parts/where-frozen';
import { SIGNATURE_OF_NOTE } from '../signed/signature-rows';
import { notesReferringTo } from './notes-referring';
import { SIGNATURE_ALONE } from './signature-alone';

const HERE = { organisationId: 'r.organisation_id', fileId: 'r.file_id', number: 'r.number' };

const NOTE = projection(NoteView, {
  id: 'r.id',
  number: 'r.number',
  firstParagraph: 'r.first_paragraph',
  text: 'r.content',
  decision: 'r.decision',
  recommendedTo: 'r.recommended_to',
  takenBack: `CASE WHEN r.kind <> 'opinion' AND (r.decision IS NOT NULL OR NOT ${hasWords('r')}) THEN ${takenBackBy(WHERE_FROZEN)} END`,
  kind: 'r.kind',
  mainNote: 'r.main_note',
  sections: `(SELECT COALESCE(jsonb_agg(s.number ORDER BY s.number), '[]') FROM note s
    WHERE s.organisation_id = r.organisation_id AND s.file_id = r.file_id AND s.main_note = r.number)`,
  discussedWith: DISCUSSED_WITH,
  signatureAlone: SIGNATURE_ALONE,
  author: actorRef('r.author_user_id', 'r.author_post_id', 'r.capacity'),
  putUpBy: actorRef('r.put_up_by_user_id', 'r.put_up_by_post_id', 'r.put_up_capacity'),
  writtenAt: 'r.written_at',
  frozenAt: 'r.frozen_at',
  contentHash: 'r.content_hash',
  signature: SIGNATURE_OF_NOTE,
  citedBy: notesReferringTo({
    organisationId: 'r.organisation_id',
    fileId: 'r.file_id',
    kind: 'note',
    first: 'r.number',
    last: 'r.number',
  }),
  ofPart: OF_PART,
  returns: RETURNS,
  explanations: explanationsBelow(HERE),
});

/** The note sheet of a file: its frozen notes in the order of their numbers, each with the returns that follow it. */
@Injectable()
export class ListNotes {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may not read the file. */
  @Serves('listNotes')
  execute(actor: Actor, fileId: string, query: NotesQuery): Promise<PageRows<NoteView>> {
    const list = { projection: NOTE, source: 'note r', file: 'r.file_id', key: 'number' } as const;
    return listOfFile(this.database, actor, fileId, query, list);
  }
}

import { Injectable } from '@nestjs/common';
import { type Actor, Parameters, rowFilter } from '@patravali/authorization';
import type { FileMove, FileView, PendingNote as PendingNoteView, Suggestion } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { EntityManager } from 'typeorm';
import { FileCustody } from './file-custody.entity';
import { possibleMoves } from './file-lifecycle';
import { FILE_ROW_COLUMNS, type FileRecord, toFileRow } from './file-rows';
import { suggestionsFor } from './suggestions';

type Head = Pick<FileView, 'unit' | 'head' | 'createdBy' | 'counts'> & {
  readonly organisation_id: string;
  readonly holder_post_id: string | null;
  readonly sender_post_id: string | null;
  readonly closed_by_post_id: string | null;
  readonly reader_post_ids: string[];
  readonly created_at: Date;
  readonly cover_remarks: string | null;
  readonly sent_remarks: string | null;
  readonly closing_reason: string | null;
  readonly opened_at: Date | null;
  readonly pending: (Omit<PendingNoteView, 'savedAt'> & { savedAt: string }) | null;
};
type ViewRecord = FileRecord & Head;

/** All that the head of the file page needs, with the moves that this person may make: two statements. */
@Injectable()
export class FileViewQuery {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may not read it. */
  async execute(actor: Actor, fileId: string): Promise<FileView> {
    const row = await this.read(actor, fileId);
    const custody = custodyOf(row);
    const allowedMoves = movesOf(actor, custody);
    const mine = custody.holderPostId === actor.postId;
    return {
      ...toFileRow(row),
      unit: row.unit,
      head: row.head,
      createdBy: row.createdBy,
      createdAt: row.created_at.toISOString(),
      coverRemarks: row.cover_remarks,
      sentRemarks: row.sent_remarks,
      closedAt: row.state === 'closed' ? row.since.toISOString() : null,
      closingReason: row.closing_reason,
      counts: row.counts,
      allowedMoves,
      pendingNote: row.pending && { ...row.pending, savedAt: new Date(row.pending.savedAt).toISOString() },
      suggestions: mine ? await this.suggest(actor, custody) : [],
    };
  }

  private async read(actor: Actor, fileId: string): Promise<ViewRecord> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const [row] = await this.database.query<ViewRecord[]>(
      `SELECT ${FILE_ROW_COLUMNS}, c.organisation_id, c.holder_post_id, c.sender_post_id, c.closed_by_post_id,
         c.reader_post_ids, c.sent_remarks, c.closing_reason, c.opened_at, f.created_at, f.cover_remarks,
         jsonb_build_object('id', u.id, 'abbreviation', u.abbreviation,
           'name', jsonb_build_object('hi', u.name_hi, 'en', u.name_en)) AS unit,
         jsonb_build_object('series', format('%s-%s0%s', h.basic, h."primary", h.secondary),
           'title', jsonb_build_object('hi', h.title_hi, 'en', h.title_en)) AS head,
         actor_ref(f.created_by_user_id, f.created_by_post_id, f.created_capacity) AS "createdBy",
         jsonb_build_object('notes', c.notes, 'correspondence', c.correspondence, 'pages', c.pages,
           'drafts', c.drafts, 'movements', c.movements) AS counts,
         (SELECT jsonb_build_object('id', p.id, 'colour', p.colour, 'text', p.content, 'decision', p.decision,
             'provisionalNumber', c.notes + 1, 'provisionalFirstParagraph', c.paragraphs + 1,
             'version', p.version, 'savedAt', p.saved_at,
             'savedBy', jsonb_build_object('hi', w.name_hi, 'en', w.name_en))
           FROM pending_note p JOIN office_user w ON w.id = p.author_user_id
           WHERE p.file_id = c.file_id AND c.holder_post_id = ${bind(actor.postId)}) AS pending
       FROM office_file f JOIN file_custody c ON c.file_id = f.id JOIN unit u ON u.id = f.unit_id
         JOIN number_head h ON h.id = f.head_id
       WHERE f.id = ${bind(fileId)} AND ${rowFilter(actor.ability, 'read', FileCustody, 'c', parameters)}`,
      parameters.values,
    );
    if (!row) throw new Refusal('not-found');
    return row;
  }

  private async suggest(actor: Actor, custody: FileCustody): Promise<Suggestion[]> {
    return await suggestionsFor(this.database, actor, custody.senderPostId);
  }
}

/** The row that the rules are asked about. */
function custodyOf(row: ViewRecord): FileCustody {
  return Object.assign(new FileCustody(), {
    fileId: row.id,
    organisationId: row.organisation_id,
    state: row.state,
    grading: row.grading,
    holderPostId: row.holder_post_id,
    senderPostId: row.sender_post_id,
    closedByPostId: row.closed_by_post_id,
    readerPostIds: row.reader_post_ids,
    openedAt: row.opened_at,
  });
}

/** What this person may do now: the page shows these buttons and knows no rule of its own. */
function movesOf(actor: Actor, custody: FileCustody): FileMove[] {
  return possibleMoves(custody.state).filter((move) => {
    if (move === 'open' && custody.openedAt) return false;
    if (move === 'pull_back' && custody.openedAt) return false;
    if (move === 'return' && !custody.senderPostId) return false;
    return actor.ability.can(move, custody);
  });
}

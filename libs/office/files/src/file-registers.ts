import { Injectable } from '@nestjs/common';
import { type Actor, Parameters, rowFilter } from '@patravali/authorization';
import type { EventView, MovementView, NoteView, Page, PageQuery } from '@patravali/contract';
import { decodeCursor, toPage } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { EntityManager } from 'typeorm';
import { FileCustody } from './file-custody.entity';

/** What a file has gone through: notes, movements, events. Each list is one statement and is closed to non-readers. */
@Injectable()
export class FileRegisters {
  constructor(private readonly database: EntityManager) {}

  /** The frozen notes in the order of their numbers. */
  async notes(actor: Actor, fileId: string, query: PageQuery): Promise<Page<NoteView>> {
    const rows = await this.page<NoteRecord>(actor, fileId, query, {
      table: 'note',
      key: 'number',
      columns: `r.id, r.number, r.first_paragraph AS "firstParagraph", r.content AS text, r.decision,
        actor_ref(r.author_user_id, r.author_post_id, r.capacity) AS author, r.written_at AS "writtenAt",
        r.frozen_at AS "frozenAt", r.content_hash AS "contentHash"`,
    });
    return toPage(rows, query.limit, toNote, ({ number }) => [number]);
  }

  /** The movement register of the file, oldest first, with when each desk opened it. */
  async movements(actor: Actor, fileId: string, query: PageQuery): Promise<Page<MovementView>> {
    const rows = await this.page<MovementRecord>(actor, fileId, query, {
      table: 'movement',
      key: 'sequence',
      columns: `r.sequence, r.kind, post_ref(r.from_post_id) AS "from", post_ref(r.to_post_id) AS "to",
        actor_ref(r.by_user_id, r.by_post_id, r.capacity) AS "by", r.at, r.action, r.urgency, r.due_on AS "dueOn",
        r.remarks, (SELECT o.at FROM file_opening o WHERE o.organisation_id = r.organisation_id
          AND o.file_id = r.file_id AND o.movement_sequence = r.sequence) AS "openedAt"`,
    });
    return toPage(rows, query.limit, toMovement, ({ sequence }) => [sequence]);
  }

  /** Every event of the file, oldest first. */
  async history(actor: Actor, fileId: string, query: PageQuery): Promise<Page<EventView>> {
    const rows = await this.page<EventRecord>(actor, fileId, query, {
      table: 'event',
      subject: 'subject_id',
      key: 'sequence',
      columns: `r.sequence, r.name, actor_ref(r.user_id, r.post_id, r.capacity) AS "by", r.at, r.reason, r.data,
        r.content_hash AS "contentHash"`,
    });
    return toPage(rows, query.limit, toEvent, ({ sequence }) => [sequence]);
  }

  /** One page of rows of the file; a file that may not be read answers no row at all, not even an empty list. */
  private async page<R>(actor: Actor, fileId: string, query: PageQuery, register: Register): Promise<R[]> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const after = query.cursor ? decodeCursor(query.cursor, ['number'])[0] : 0;
    const subject = register.subject ?? 'file_id';
    const rows = await this.database.query<(R & { readonly is_row: boolean })[]>(
      `SELECT r.${register.key} IS NOT NULL AS is_row, ${register.columns}
       FROM file_custody c LEFT JOIN ${register.table} r
         ON r.organisation_id = c.organisation_id AND r.${subject} = c.file_id AND r.${register.key} > ${bind(after)}
       WHERE c.file_id = ${bind(fileId)} AND ${rowFilter(actor.ability, 'read', FileCustody, 'c', parameters)}
       ORDER BY r.${register.key} LIMIT ${bind(query.limit + 1)}`,
      parameters.values,
    );
    if (rows.length === 0) throw new Refusal('not-found');
    return rows.filter((row) => row.is_row);
  }
}

interface Register {
  readonly table: 'note' | 'movement' | 'event';
  readonly subject?: 'subject_id';
  /** The running number within the file: the page's key. */
  readonly key: 'number' | 'sequence';
  readonly columns: string;
}

type NoteRecord = Omit<NoteView, 'writtenAt' | 'frozenAt'> & { writtenAt: Date; frozenAt: Date };
type MovementRecord = Omit<MovementView, 'at' | 'openedAt'> & { at: Date; openedAt: Date | null };
type EventRecord = Omit<EventView, 'at'> & { at: Date };

function toNote(row: NoteRecord): NoteView {
  const { id, number, firstParagraph, text, decision, author, contentHash } = row;
  const [writtenAt, frozenAt] = [row.writtenAt.toISOString(), row.frozenAt.toISOString()];
  return { id, number, firstParagraph, text, decision, author, writtenAt, frozenAt, contentHash };
}

function toMovement(row: MovementRecord): MovementView {
  const { sequence, kind, from, to, by, action, urgency, dueOn, remarks } = row;
  const openedAt = row.openedAt?.toISOString() ?? null;
  return { sequence, kind, from, to, by, at: row.at.toISOString(), action, urgency, dueOn, remarks, openedAt };
}

function toEvent(row: EventRecord): EventView {
  const { sequence, name, by, reason, data, contentHash } = row;
  return { sequence, name, by, at: row.at.toISOString(), reason, data, contentHash };
}

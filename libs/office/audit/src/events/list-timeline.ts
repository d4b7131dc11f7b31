import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type ListTimeline as ListTimelineQuery, type PageRows, TimelineLine } from '@patravali/contract';
import { listOfFile } from '@patravali/custody';
import type { Parameters } from '@patravali/database';
import { EVENT_ROW } from '@patravali/files';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { refuseNonAuditor } from '../scope/refuse-non-auditor';
import { timeline } from './timeline';

const LINE = EVENT_ROW.with(
  TimelineLine.pick({ receipt: true, movement: true, silentDays: true, backDated: true, marks: true }).shape,
  {
    receipt: `CASE WHEN r.receipt_id IS NOT NULL THEN json_build_object('id', r.receipt_id, 'diaryNumber', r.diary_number,
      'diaryNumberHi', r.diary_number_hi) END`,
    movement: `CASE WHEN r.kind IS NOT NULL THEN json_build_object('kind', r.kind, 'from', r.from_post_id, 'to', r.to_post_id,
      'jumped', to_jsonb(r.jumped_post_ids), 'daysThere', r.days_there, 'keptDays', r.kept_days) END`,
    silentDays: 'r.silent_days',
    backDated: `CASE WHEN r.registered_on > r.received_on THEN json_build_object('letterDate', r.letter_date,
      'receivedOn', r.received_on, 'registeredOn', r.registered_on, 'days', r.registered_on - r.received_on) END`,
    marks: 'to_jsonb(r.marks)',
  },
);

/** The life of a file on one line, its letters and its movements among its events: one statement a page. */
@Injectable()
export class ListTimeline {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may not read the file; `not-allowed` for all but auditors. */
  @Serves('listTimeline')
  async execute(actor: Actor, fileId: string, query: ListTimelineQuery): Promise<PageRows<TimelineLine>> {
    const source = (parameters: Parameters) => `${timeline(actor, query, parameters)} r`;
    const list = { projection: LINE, source, file: 'r.file_id', key: 'sequence' } as const;
    const page = await listOfFile(this.database, actor, fileId, query, list);
    refuseNonAuditor(actor);
    return page;
  }
}

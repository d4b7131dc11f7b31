import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { MovementView, type PageRows, type PageQuery } from '@patravali/contract';
import { projection } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { actorRef, postLevel } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { stopsOfStay } from '../clock/clock-rows';
import { listOfFile } from '../file-custody/list-of-file';

const MOVEMENT = projection(MovementView, {
  sequence: 'r.sequence',
  kind: 'r.kind',
  from: 'r.from_post_id',
  to: 'r.to_post_id',
  by: actorRef('r.by_user_id', 'r.by_post_id', 'r.capacity'),
  at: 'r.at',
  action: 'r.action',
  urgency: 'r.urgency',
  dueOn: 'r.due_on',
  remarks: 'r.remarks',
  decision: 'r.decision',
  recommendedTo: 'r.recommended_to',
  jumped: 'to_jsonb(r.jumped_post_ids)',
  openedAt: `(SELECT o.at FROM file_opening o WHERE o.organisation_id = r.organisation_id
    AND o.file_id = r.file_id AND o.movement_sequence = r.sequence)`,
  keptDays: 'r.kept_days',
  explanation: 'r.explanation',
  toLevel: postLevel('r.to_post_id'),
  stops: stopsOfStay('r.organisation_id', 'r.file_id', 'r.sequence'),
});

/** The movement register of a file, oldest first, with when each desk opened it. */
@Injectable()
export class ListMovements {
  constructor(private readonly database: EntityManager) {}

  /** @throws Refusal `not-found` for whoever may not read the file. */
  @Serves('listMovements')
  execute(actor: Actor, fileId: string, query: PageQuery): Promise<PageRows<MovementView>> {
    const list = { projection: MOVEMENT, source: 'movement r', file: 'r.file_id', key: 'sequence' } as const;
    return listOfFile(this.database, actor, fileId, query, list);
  }
}

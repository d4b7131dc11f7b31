import { Injectable } from '@nestjs/common';
import { consultedIn } from '@patravali/consultations';
import { CUSTODY, leftDesk } from '@patravali/custody';
import { copiedTo, RECEIPTS } from '@patravali/dak';
import { PLANNED_EACH_TIME, projection, select } from '@patravali/database';
import { arrivedAt } from '@patravali/dispatch';
import { eventsSince, HERE, rowsSince } from '@patravali/ledger';
import { discussedIn } from '@patravali/notes';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { HintPlace } from './place';

/** With more than that at once nobody is told one by one. */
const MOST = 2_000;

const CHANGE = projection(
  z.object({
    organisationId: z.uuid(),
    userId: z.uuid().nullable(),
    subjectKind: z.enum(['file', 'receipt', 'user', 'document', 'organisation']),
    subjectId: z.uuid(),
    /** The desks on which something came, went or changed. */
    desks: z.array(z.uuid().nullable()),
    /** Posts that may read the file or receipt now, and whether their assistants may. */
    readers: z.array(z.uuid()),
    normal: z.boolean(),
    /** What had come to one of these desks was pulled back, and is no unread notice there any more. */
    tookBack: z.boolean(),
  }),
  {
    organisationId: 'e.organisation_id',
    userId: 'e.user_id',
    subjectKind: 'e.subject_kind',
    subjectId: 'e.subject_id',
    desks: `to_jsonb(ARRAY[e.post_id, (e.data->>'toPostId')::uuid, ${leftDesk('e')}, c.holder_post_id, r.holder_post_id]
      || ${discussedIn('e')} || ${consultedIn('e')} || ${copiedTo('e')} || ${arrivedAt('e')})`,
    readers: `to_jsonb(COALESCE(c.reader_post_ids, r.reader_post_ids, '{}'))`,
    normal: `COALESCE(c.grading, r.grading, '') = 'normal'`,
    tookBack: `e.name IN ('file.pulled_back', 'receipt.pulled_back')`,
  },
);
/** What an event has changed, and for whom. */
export type Change = z.output<typeof CHANGE.row>;

/** What was committed since a place, and where the next look begins. */
export interface Changes {
  readonly place: HintPlace;
  readonly changes: readonly Change[];
  /** Who has a new notice. */
  readonly noticed: readonly string[];
  /** There was more than can be told. */
  readonly tooMany: boolean;
}

const SINCE = { snapshot: '$1', at: '$2' };
const EVENTS = eventsSince(SINCE);
const HERE_COLUMNS = `${HERE.snapshot} AS snapshot, ${HERE.at} AS at`;
const HERE_ROW = z.object({ snapshot: z.string(), at: z.string() });
const FOUND = HERE_ROW.extend({ changes: z.array(CHANGE.row), noticed: z.array(z.uuid()) });

/** Looks at what the whole database has committed lately, and at no reading, which changes nothing: one statement on an index, whoever is told of it. */
@Injectable()
export class CommittedChanges {
  constructor(private readonly database: EntityManager) {}

  /** Where the database stands now. */
  async here(): Promise<HintPlace> {
    const [here] = await select(this.database, HERE_ROW, `SELECT ${HERE_COLUMNS}`);
    if (!here) throw new Error('The database did not say where it stands');
    return here;
  }

  async since(place: HintPlace): Promise<Changes> {
    const [found] = await select(
      this.database,
      FOUND,
      `${PLANNED_EACH_TIME} SELECT ${HERE_COLUMNS},
         COALESCE((SELECT json_agg(told) FROM (
           SELECT ${CHANGE.json} AS told FROM ${EVENTS.source}
           LEFT JOIN ${CUSTODY} ON e.subject_kind = 'file' AND c.file_id = e.subject_id
           LEFT JOIN ${RECEIPTS} ON e.subject_kind = 'receipt' AND r.id = e.subject_id
           WHERE ${EVENTS.where} AND e.subject_kind <> 'readings' LIMIT ${MOST + 1}) changes), '[]') AS changes,
         to_json(ARRAY(SELECT DISTINCT n.user_id FROM notice n WHERE ${rowsSince('n', 'n.at', SINCE)})) AS noticed`,
      [place.snapshot, place.at],
    );
    if (!found) throw new Error('The database said nothing of its changes');
    const { changes, noticed, ...here } = found;
    return { place: here, changes: changes.slice(0, MOST), noticed, tooMany: changes.length > MOST };
  }
}

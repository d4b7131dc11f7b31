import { FileRow } from '@patravali/contract';
import { projection } from '@patravali/database';
import { z } from 'zod';
import { FileCustody } from './file-custody/file-custody.entity';
import { RECALL_ON_ROW } from './recall/recall-rows';

/** What a row of a list tells of a file's custody, from `c`. */
export const CUSTODY_ROW = projection(
  FileRow.pick({
    state: true,
    grading: true,
    urgency: true,
    holder: true,
    from: true,
    action: true,
    decision: true,
    recommendedTo: true,
    jumped: true,
    returned: true,
    forCorrection: true,
    recall: true,
    pulledUp: true,
    dueOn: true,
    since: true,
    unread: true,
    parkedUntil: true,
    parkedFor: true,
    reviewOn: true,
    backFromParking: true,
    clockFrom: true,
    clockStoppedOn: true,
    clockStoppedFor: true,
    opinionsAwaited: true,
    opinionDueOn: true,
    reminders: true,
    attachedFiles: true,
    version: true,
  }),
  {
    state: 'c.state',
    grading: 'c.grading',
    urgency: 'c.urgency',
    holder: 'c.holder_post_id',
    from: 'c.sender_post_id',
    action: 'c.action',
    decision: 'c.decision',
    recommendedTo: 'c.recommended_to',
    jumped: `c.jumped_post_ids <> '{}'`,
    returned: 'c.returned',
    forCorrection: 'c.for_correction',
    recall: RECALL_ON_ROW,
    pulledUp: 'c.pulled_up',
    dueOn: 'c.due_on',
    since: 'c.since',
    unread: `c.opened_at IS NULL AND c.state = 'on_desk'`,
    parkedUntil: 'c.parked_until',
    parkedFor: 'c.parked_for',
    reviewOn: 'c.review_on',
    backFromParking: 'c.back_from_parking',
    clockFrom: 'c.clock_from',
    clockStoppedOn: 'c.clock_stopped_on',
    clockStoppedFor: 'c.clock_stopped_for',
    opinionsAwaited: 'c.opinions_awaited',
    opinionDueOn: 'c.opinion_due_on',
    reminders: 'c.reminders',
    attachedFiles: 'c.attached_files',
    version: 'c.version',
  },
);

/** What the rules of a file are asked about, from `c`. */
export const CUSTODY_FACTS = projection(
  z.object({
    fileId: z.uuid(),
    organisationId: z.uuid(),
    unitId: z.uuid(),
    state: FileRow.shape.state,
    grading: FileRow.shape.grading,
    holderPostId: z.uuid().nullable(),
    senderPostId: z.uuid().nullable(),
    closedByPostId: z.uuid().nullable(),
    readerPostIds: z.array(z.uuid()),
    opened: z.boolean(),
    forCorrection: z.boolean(),
    opinionsAwaited: z.int(),
  }),
  {
    fileId: 'c.file_id',
    organisationId: 'c.organisation_id',
    unitId: 'c.unit_id',
    state: 'c.state',
    grading: 'c.grading',
    holderPostId: 'c.holder_post_id',
    senderPostId: 'c.sender_post_id',
    closedByPostId: 'c.closed_by_post_id',
    readerPostIds: 'to_jsonb(c.reader_post_ids)',
    opened: 'c.opened_at IS NOT NULL',
    forCorrection: 'c.for_correction',
    opinionsAwaited: 'c.opinions_awaited',
  },
);
export type CustodyFacts = z.infer<typeof CUSTODY_FACTS.row>;

/** The row that the rules are asked about, which a statement has found among those that its reader may read. */
export function custodyFrom({ opened, ...facts }: CustodyFacts): FileCustody {
  const stillDueTo = facts.readerPostIds;
  return Object.assign(new FileCustody(), facts, { stillDueTo, openedAt: opened ? new Date(0) : null });
}

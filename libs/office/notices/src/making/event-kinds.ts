import { consultedIn } from '@patravali/consultations';
import type { NoticeKind } from '@patravali/contract';
import { broughtBy } from '@patravali/custody';
import { copiedTo } from '@patravali/dak';
import { arrivedAs, arrivedAt, withdrawnAs, withdrawnAt } from '@patravali/dispatch';
import { followersOf } from '@patravali/movement';
import { discussedIn } from '@patravali/notes';

/** A kind of notice that an event `e` gives rise to. */
interface EventKind {
  /** A condition on the event. */
  readonly when: string;
  /** The posts that are told, as a list. */
  readonly posts: string;
  /** The receipts that the notices are about, one for each post; else they are about what the event is about. */
  readonly receipts?: string;
  /** Whoever did it is told as well: it was done in his name, later. */
  readonly ownActs?: true;
}

const post = (name: string) => `ARRAY[(e.data->>'${name}')::uuid]`;
const TO = post('toPostId');

/** What takes a file to another desk or from its desk, closing aside. */
const MOVES = [
  'forwarded',
  'returned',
  'pulled_back',
  'recalled',
  'pulled_up',
  'put_up_for_correction',
  'correction_returned',
  'reopened',
];
const FOLLOWERS = followersOf('e');
/** A recommendation is no decision. */
const DECIDED = `e.data->>'decision' IS NOT NULL AND e.data->>'recommendedToPostId' IS NULL AND e.subject_kind = 'file'`;

/** One line for each kind. Of those that an event is for the same person, the first counts. */
export const EVENT_KINDS: Partial<Readonly<Record<NoticeKind, EventKind>>> = {
  decided: { when: DECIDED, posts: `ARRAY[${broughtBy('e')}]` },
  recall_asked: { when: `e.name = 'file.recall_asked'`, posts: TO },
  recall_agreed: { when: `e.name = 'file.recalled'`, posts: TO },
  recall_refused: { when: `e.name = 'file.recall_refused'`, posts: TO },
  returned: { when: `e.name IN ('file.returned', 'file.correction_returned')`, posts: TO },
  file_came: { when: `e.name IN ('file.forwarded', 'file.put_up_for_correction')`, posts: TO },
  receipt_came: { when: `e.name IN ('receipt.forwarded', 'receipt.created', 'receipt.redirected')`, posts: TO },
  letter_arrived: { when: `e.name = 'dispatch.created'`, posts: arrivedAt('e'), receipts: arrivedAs('e') },
  letter_withdrawn: {
    when: `e.name IN ('issue.revoked', 'issue.superseded')`,
    posts: withdrawnAt('e'),
    receipts: withdrawnAs('e'),
  },
  receipt_returned: { when: `e.name = 'receipt.returned'`, posts: TO },
  receipt_redirected: { when: `e.name = 'receipt.redirected'`, posts: post('markedByPostId') },
  copy_came: { when: `e.name IN ('receipt.forwarded', 'receipt.created')`, posts: copiedTo('e') },
  to_sign: { when: `e.name = 'draft.signed'`, posts: TO },
  discussion: { when: `e.data->>'noteKind' = 'discussion'`, posts: discussedIn('e') },
  consultation_asked: { when: `e.name = 'consultation.asked'`, posts: consultedIn('e') },
  consultation_answered: { when: `e.name IN ('consultation.answered', 'consultation.returned')`, posts: TO },
  mail_failed: {
    // It did not leave, or a mail server says that it bounced.
    when: `(e.name = 'dispatch.failed' OR e.name = 'dispatch.reported' AND e.data->>'reported' = 'returned')`,
    posts: `ARRAY[COALESCE((e.data->>'sentByPostId')::uuid, e.post_id)]`,
    ownActs: true,
  },
  followed_decided: { when: DECIDED, posts: FOLLOWERS },
  followed_closed: { when: `e.name = 'file.closed'`, posts: FOLLOWERS },
  followed_moved: { when: `e.name IN (${MOVES.map((move) => `'file.${move}'`).join(', ')})`, posts: FOLLOWERS },
};

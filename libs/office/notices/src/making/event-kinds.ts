import { consultedIn } from '@patravali/consultations';
import type { NoticeKind } from '@patravali/contract';
import { broughtBy } from '@patravali/custody';
import { discussedIn } from '@patravali/notes';

/** A kind of notice that an event `e` gives rise to. */
interface EventKind {
  /** A condition on the event. */
  readonly when: string;
  /** The posts that are told, as a list. */
  readonly posts: string;
  /** Whoever did it is told as well: it was done in his name, later. */
  readonly ownActs?: true;
}

const TO = `ARRAY[(e.data->>'toPostId')::uuid]`;

/** One line for each kind. Of those that an event is for the same person, the first counts. */
export const EVENT_KINDS: Partial<Readonly<Record<NoticeKind, EventKind>>> = {
  decided: { when: `e.data->>'decision' IS NOT NULL AND e.subject_kind = 'file'`, posts: `ARRAY[${broughtBy('e')}]` },
  returned: { when: `e.name IN ('file.returned', 'file.correction_returned')`, posts: TO },
  file_came: { when: `e.name IN ('file.forwarded', 'file.put_up_for_correction')`, posts: TO },
  receipt_came: { when: `e.name IN ('receipt.forwarded', 'receipt.created')`, posts: TO },
  discussion: { when: `e.data->>'noteKind' = 'discussion'`, posts: discussedIn('e') },
  consultation_asked: { when: `e.name = 'consultation.asked'`, posts: consultedIn('e') },
  consultation_answered: { when: `e.name IN ('consultation.answered', 'consultation.returned')`, posts: TO },
  mail_failed: { when: `e.name = 'dispatch.failed'`, posts: 'ARRAY[e.post_id]', ownActs: true },
};

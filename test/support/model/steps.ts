import type { ActionAsked, Decision, DiscussionAnswer, MovementKind } from '@patravali/contract';
import type { AsideStep } from './aside';
import type { ClockStep, Explained } from './clock';
import type { ModelTogether, TogetherStep } from './together';
import type { VolumeStep } from './volumes';
import type { ConsultingStep } from './consultation';

/** What the model knows of a post. */
export interface ModelPost {
  readonly role: 'dealing_hand' | 'officer' | 'dispatcher' | 'auditor' | 'administrator';
  readonly superior?: string;
  /** 1 is the head of the office. */
  readonly level: number;
}
export type Posts = Readonly<Record<string, ModelPost>>;

/** What is written on a file once: the office gives it its numbers. */
export interface Cover {
  readonly number: string;
  readonly computerNumber: number;
  readonly subject: string;
  readonly confidential: boolean;
}

export type Step =
  | { readonly does: 'ask_recall' | 'refuse_recall' | 'withdraw_recall' | 'pull_up' | 'take_up_note' }
  | ({ readonly does: 'agree_recall'; readonly pendingNote: 'confirm' | 'set_aside' | null } & Explained)
  | { readonly does: 'open' | 'confirm' | 'take_back' | 'discard' | 'pull_back' | 'reopen' }
  | ({ readonly does: 'return_correction' } & Explained)
  | ClockStep
  | ({ readonly does: 'note' | 'change' } & Written)
  | ({ readonly does: 'put_up'; readonly to: string } & Explained)
  | ({ readonly does: 'forward'; readonly to: string; readonly confirm: boolean } & Asked & Explained & Reasoned)
  | ({ readonly does: 'return' | 'close'; readonly confirm: boolean } & Explained)
  | { readonly does: 'regrade'; readonly confidential: boolean }
  | AsideStep
  | TogetherStep
  | VolumeStep
  | ConsultingStep
  | Answering;

/** Somebody answers the discussion note that stands so many notes before the last one. */
export interface Answering {
  readonly does: 'answer';
  readonly back: number;
  readonly answer: DiscussionAnswer;
}

/** How the event of each step is called. */
export const EVENTS: Readonly<Record<Step['does'], string>> = {
  open: 'file.opened',
  close: 'file.closed',
  reopen: 'file.reopened',
  forward: 'file.forwarded',
  return: 'file.returned',
  pull_back: 'file.pulled_back',
  ask_recall: 'file.recall_asked',
  agree_recall: 'file.recalled',
  refuse_recall: 'file.recall_refused',
  withdraw_recall: 'file.recall_withdrawn',
  pull_up: 'file.pulled_up',
  take_up_note: 'note.taken_up',
  regrade: 'file.regraded',
  stop_clock: 'file.clock_stopped',
  start_clock: 'file.clock_started',
  park: 'file.parked',
  take_up: 'file.taken_up',
  remind: 'file.reminded',
  call_book: 'file.put_in_call_book',
  review: 'file.call_book_reviewed',
  take_out: 'file.taken_out_of_call_book',
  // Of the person who follows, and no event of the file.
  follow: 'user.file_followed',
  unfollow: 'user.file_unfollowed',
  consult: 'consultation.asked',
  withdraw_consultation: 'consultation.withdrawn',
  opinion: 'consultation.answered',
  not_ours: 'consultation.returned',
  answer: 'discussion.answered',
  link: 'file.linked',
  unlink: 'file.unlinked',
  attach: 'file.attached',
  detach: 'file.detached',
  open_part: 'file.part_opened',
  incorporate: 'file.part_incorporated',
  open_volume: 'file.volume_opened',
  put_up: 'file.put_up_for_correction',
  return_correction: 'file.correction_returned',
  note: 'note.added',
  change: 'note.changed',
  confirm: 'note.confirmed',
  take_back: 'note.taken_back',
  discard: 'note.discarded',
};

/** A note, as far as the model tells notes apart. */
export interface Written extends Kind {
  readonly paragraphs: number;
  readonly decision: Decision | null;
}

/** A note is a section under the note of that number, or what was discussed with that post, or a running summary, or ordinary. */
export interface Kind {
  readonly under?: number | null;
  readonly isSummary?: boolean;
  readonly withPost?: string | null;
}

/** A frozen note, and the returns that stand below it. */
export interface NoteLine extends Written {
  readonly by: string;
  /** Who had put it up for correction to the author. */
  readonly putUpBy: string | null;
  /** It is the opinion of a post that was consulted. */
  readonly isOpinion?: true;
  /** What was answered, if it is a discussion note. */
  answered: DiscussionAnswer | null;
  /** It is an agreement or a decision whose sending was pulled back. */
  takenBack: boolean;
  /** What of its part came along, if it was frozen there. */
  readonly ofPart?: NoteLine;
  /** When it was frozen, on the clock of the model. */
  readonly at: number;
  readonly returns: { readonly by: string; readonly to: string; takenBack: boolean }[];
}

/** Whether the sender says why it goes past somebody. */
export interface Reasoned {
  readonly reasoned?: boolean;
}

/** What the sender asks of the desk, and by which day. */
export interface Asked {
  readonly action: ActionAsked | null;
  readonly dueOn: string | null;
}

/** With what a file came to a desk. */
export interface Arrival extends Asked {
  readonly decision: Decision | null;
  readonly returned: boolean;
}

/** A line of the movement register. */
export interface Line extends Asked {
  readonly decision: Decision | null;
  readonly kind: MovementKind;
  readonly from: string | null;
  readonly to: string | null;
  opened: boolean;
  /** For how many days the desk had kept it that it left. */
  readonly keptDays: number | null;
}

/** An event; the frozen note of this number, whose hash it carries; or which note in writing it is about, and of whose desk. */
export interface Happening {
  readonly name: string;
  readonly writing?: { readonly note: number; readonly by: string };
  readonly note?: number | undefined;
  /** The other file of an event of two, and whether it is that file's. */
  readonly other?: Pick<ModelTogether, 'readableBy'>;
  readonly ofOther?: true;
}

/** An auditor and an administrator never hold a file. */
export function takesFiles(post: ModelPost | undefined): boolean {
  return post !== undefined && post.role !== 'auditor' && post.role !== 'administrator';
}

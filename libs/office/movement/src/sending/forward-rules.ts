import type { Actor } from '@patravali/authorization';
import { type ActionAsked, type ForwardFile, likelyAction, type UrgencyLabel } from '@patravali/contract';
import { refuseUnfitDueDay, refuseUrgencyLabelled, stateAfterAct } from '@patravali/custody';
import type { Freezing, SheetFacts } from '@patravali/notes';
import { type PostOnTheWay, receivingPost, type Worked } from '@patravali/organisation';
import { decideSending, type FileToSend, type Sending, type SendingDecided } from './send-file';

/** What forwarding depends on beside the file itself, the same for all files that are forwarded so. */
export interface ForwardFacts {
  /** What the office says of the urgency; null where it is not asked. */
  readonly urgency: UrgencyLabel | null;
  /** What the calendar says of the day; null without one. */
  readonly dueDay: Worked | null;
  readonly note: SheetFacts;
}

export interface ForwardDecided {
  readonly sending: Sending;
  readonly decided: SendingDecided;
}

/**
 * The rule of forwarding.
 * @throws Refusal `urgency-needs-officer`, `urgency-not-in-use`, `unknown-post`, `post-takes-no-files`, `to-oneself`, `due-date-past`,
 * `due-date-closed`, and what custody and `decideSending` refuse.
 */
export function decideForward(
  { urgency, dueDay, note }: ForwardFacts,
  actor: Actor,
  file: FileToSend,
  request: ForwardFile,
): ForwardDecided {
  const { custody, posts } = file;
  stateAfterAct(actor, { move: 'forward' }, custody);
  refuseUrgencyLabelled(actor, urgency, custody.urgency);
  const found = posts.find(({ id }) => id === request.toPostId.toLowerCase());
  const post = receivingPost(found, custody.holderPostId);
  refuseUnfitDueDay(request.dueOn, dueDay, '#/dueOn');
  const sending: Sending = {
    kind: 'forwarded',
    toPostId: post.id,
    action: request.action ?? usualAction(actor, posts, post),
    urgency: request.urgency,
    dueOn: request.dueOn ?? null,
    remarks: request.remarks ?? null,
    freezing: freezingOf(request),
    explanation: request.explanation,
  };
  return { sending, decided: decideSending(note, actor, file, sending) };
}

function usualAction({ postId }: Actor, posts: readonly PostOnTheWay[], to: PostOnTheWay): ActionAsked {
  const from = posts.find(({ id }) => id === postId);
  return from ? likelyAction(from, to) : 'put_up';
}

/** What becomes of the note in writing: who forwards without words signs alone. */
export function freezingOf({ note, confirmNote }: Pick<ForwardFile, 'note' | 'confirmNote'>): Freezing {
  return { note, confirmNote, signsAlone: true };
}

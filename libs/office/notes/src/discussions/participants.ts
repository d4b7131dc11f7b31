import { markingInBoth } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { type HeldPost, holdersOf } from '@patravali/organisation';
import type { NoteParticipant } from './participant.entities';

/** Who took part: a post, and who holds it now. */
export interface Participant {
  readonly postId: string;
  readonly userId: string;
}

interface Discussed {
  /** Whose note it is. */
  readonly author: Participant;
  /** The posts with whose holders it was discussed; null unless it is a discussion note. */
  readonly discussedWith: readonly string[] | null;
  /** Where the request has the note, as a JSON pointer. */
  readonly within?: string;
}

/**
 * The people with whom a note was discussed, in the order in which their posts are named: each can confirm it.
 * @throws Refusal `unknown-post`, `post-vacant`, `discussed-with-oneself`.
 */
export async function participantsOf(tx: Transaction, discussed: Discussed): Promise<Participant[]> {
  const { discussedWith } = discussed;
  return participantsAmong(await holdersOf(tx, tx.by.organisationId, discussedWith ?? []), discussed);
}

/** The same, of posts that were asked for already. */
export function participantsAmong(
  held: readonly HeldPost[],
  { author, discussedWith, within = '#' }: Discussed,
): Participant[] {
  if (discussedWith === null) return [];
  const posts = new Map(held.map((post) => [post.id, post]));
  return discussedWith.map((postId, place) => {
    const post = posts.get(postId);
    const refusal = (code: 'unknown-post' | 'post-vacant' | 'discussed-with-oneself') => {
      const errors = [{ pointer: `${within}/discussedWith/${place}`, detail: code }];
      return new Refusal(code, post ? { post: markingInBoth(post) } : {}, { errors });
    };
    if (!post) throw refusal('unknown-post');
    const { holderUserId: userId } = post;
    if (postId === author.postId || userId === author.userId) throw refusal('discussed-with-oneself');
    if (userId === null) throw refusal('post-vacant');
    return { postId, userId };
  });
}

/** Names them for good, together with the note that is frozen. */
export async function writeParticipants(
  tx: Transaction,
  { organisationId, fileId, note }: Pick<NoteParticipant, 'organisationId' | 'fileId' | 'note'>,
  participants: readonly Participant[],
): Promise<void> {
  if (participants.length === 0) return;
  await tx.execute(
    `INSERT INTO note_participant (organisation_id, file_id, note, place, post_id, user_id)
     SELECT $1, $2, $3, place, post_id, user_id
     FROM unnest($4::uuid[], $5::uuid[]) WITH ORDINALITY AS named (post_id, user_id, place)`,
    [organisationId, fileId, note, participants.map(({ postId }) => postId), participants.map(({ userId }) => userId)],
  );
}

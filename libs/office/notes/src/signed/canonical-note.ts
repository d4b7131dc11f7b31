import type { Actor } from '@patravali/authorization';
import { type SheetNoteKind, withoutEmptyBlocks } from '@patravali/contract';
import { canonicalJson } from '@patravali/ledger';
import type { PendingNote } from '../note/note.entities';

/** A note as far as it is signed; an opinion as well. */
export interface WordsToSign extends Pick<
  PendingNote,
  'id' | 'fileId' | 'content' | 'decision' | 'mainNote' | 'discussedWith'
> {
  readonly kind: SheetNoteKind;
}

/**
 * What an author signs: his note with the words that freeze, who he is, from which post, and when. Its number it gets only when
 * the file is sent. One line of JSON, its keys in order, so that the same note is always the same bytes.
 */
export function canonicalNote(note: WordsToSign, author: Actor, at: Date): string {
  const { id: noteId, fileId, content, decision, kind, mainNote, discussedWith } = note;
  const { userId, postId, capacity, name, post } = author;
  return canonicalJson({
    version: 1,
    noteId,
    fileId,
    text: withoutEmptyBlocks(content),
    decision,
    kind,
    ...(mainNote !== null && { mainNote }),
    ...(discussedWith && { discussedWith }),
    author: { userId, postId, capacity, name, post: post.marking },
    at: at.toISOString(),
  });
}

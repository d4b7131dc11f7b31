import {
  FILE_LIFE,
  type FileMove,
  type FileMoveRow,
  type FileView,
  type HeldPost,
  type Named,
  type PostRef,
  prepares,
} from '@patravali/contract';
import type { KeyOf } from '../../language/message-topics';
import type { ActOfFile } from './acts-of-file';

export interface WhyNot {
  sentence: KeyOf<'file-acts'> & `acts.why.${string}`;
  /** The post that the sentence names. */
  post?: PostRef;
}

/** Why its holder cannot do this with the file now; null where it is not for this post to do. The office has decided that it may not. */
export function whyNot({ move, officers }: ActOfFile, file: Named<FileView>, post: HeldPost): WhyNot | null {
  if (move === undefined || !isHoldersMove(move, post) || (officers && !post.roles.includes('officer'))) return null;
  const { from, waitsForCorrection }: FileMoveRow = FILE_LIFE[move];
  if (!from.includes(file.state)) return file.state === 'on_desk' ? null : { sentence: `acts.why.${file.state}` };
  if (waitsForCorrection && file.forCorrection) return { sentence: 'acts.why.correction' };
  return becauseOf(move, file);
}

function becauseOf(move: FileMove, { from, wayBack, together }: Named<FileView>): WhyNot {
  if (move === 'return' && from === null) return { sentence: 'acts.why.notSent' };
  if (move === 'return' && wayBack) return { sentence: 'acts.why.wayBack', post: wayBack };
  if (move === 'put_up_for_correction') return { sentence: 'acts.why.noSuperior' };
  if ((move === 'close' || move === 'open_volume') && together.mainFile) return { sentence: 'acts.why.part' };
  return { sentence: 'acts.why.notNow' };
}

/** Whether a post of these roles makes the move with the files that it holds. A personal assistant's post is the officer's. */
const isHoldersMove = (move: FileMove, { roles, capacity }: HeldPost): boolean => {
  const { by, byAssistant }: FileMoveRow = FILE_LIFE[move];
  return (
    (!prepares(capacity) || byAssistant === true) &&
    by.some((doer) => doer.standing === 'holder' && doer.roles.some((role) => roles.includes(role)))
  );
};

/** Why the foot of the sheet does not do what the office allows: its note is confirmed, or not yet written. */
export const whyNotAtTheFoot = ({ move }: ActOfFile, file: Named<FileView>): WhyNot => {
  if (file.pendingNote?.colour === 'green') return { sentence: 'acts.why.green' };
  return { sentence: move === 'put_up_for_correction' ? 'acts.why.noWords' : 'acts.why.notNow' };
};

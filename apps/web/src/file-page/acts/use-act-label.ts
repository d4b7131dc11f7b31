import { useTranslations } from '../../language/use-translations';
import type { MessageKey } from '../../language/message-keys';
import type { KeyOf } from '../../language/message-topics';
import type { ActId } from './acts-of-file';

type Label = MessageKey | KeyOf<'aside' | 'file-acts' | 'sending' | 'together'>;

/** Acts that are no move of the file by themselves. */
const LABELS = {
  approve: 'acts.approve',
  send: 'file.send',
  another_post: 'file.otherPost',
  discuss: 'acts.discuss',
  park_anew: 'aside.parkAnew',
  unfollow: 'aside.unfollow',
  remind_me: 'aside.remindMe',
  clear_reminder: 'aside.clearReminder',
  together: 'together.title',
  note_sheet_pdf: 'acts.noteSheetPdf',
  whole_file_pdf: 'acts.wholeFilePdf',
  part_pdf: 'acts.partPdf',
  bundle: 'pdfs.bundle',
  print: 'file.print',
  my_pdfs: 'pdfs.mine',
} as const satisfies Partial<Record<ActId, Label>>;

type MoveAct = Exclude<ActId, keyof typeof LABELS>;
const isMove = (id: ActId): id is MoveAct => !(id in LABELS);

/** What an act is called: a return is an officer's order to put the file up again. */
export function useActLabel(isOfficer: boolean): (id: ActId) => string {
  const { t } = useTranslations('aside', 'file-acts', 'sending', 'together');
  return (id) => {
    if (id === 'return' && isOfficer) return t('acts.putUpAgain');
    return t(isMove(id) ? `fileMove.${id}` : LABELS[id]);
  };
}

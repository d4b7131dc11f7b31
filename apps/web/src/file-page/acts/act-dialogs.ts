import type { FileView, Named } from '@patravali/contract';
import type { ComponentType } from 'react';
import { lazyPart } from '../../ui/page/lazy-part';
import type { ActDone } from './acts-of-file';

interface ActDialogProps {
  file: Named<FileView>;
  onClose: () => void;
}

/** What asks for what an act needs; each is loaded when it is first wanted. */
export const ACT_DIALOGS: Record<ActDone<'dialog'>, ComponentType<ActDialogProps>> = {
  correct_cover: lazyPart(() => import('./CorrectCover').then((dialog) => dialog.CoverDialog)),
  close: lazyPart(() => import('./ReasonedMove').then((dialogs) => dialogs.CloseFileDialog)),
  reopen: lazyPart(() => import('./ReasonedMove').then((dialogs) => dialogs.ReopenFileDialog)),
  pull_back: lazyPart(() => import('./ReasonedMove').then((dialogs) => dialogs.PullBackDialog)),
  regrade: lazyPart(() => import('./Regrade').then((dialog) => dialog.Regrade)),
  ask_recall: lazyPart(() => import('./TakingBack').then((dialogs) => dialogs.AskRecallDialog)),
  refuse_recall: lazyPart(() => import('./TakingBack').then((dialogs) => dialogs.RefuseRecallDialog)),
  pull_up: lazyPart(() => import('./TakingBack').then((dialogs) => dialogs.PullUpDialog)),
  agree_recall: lazyPart(() =>
    import('../../movement/taking-back/GiveBackDialog').then((dialog) => dialog.GiveBackDialog),
  ),
  consult: lazyPart(() => import('../../consultations/ConsultDialog').then((dialog) => dialog.ConsultDialog)),
  withdraw_consultation: lazyPart(() =>
    import('../../consultations/WithdrawDialog').then((dialog) => dialog.WithdrawDialog),
  ),
  park: lazyPart(() => import('../../movement/parking/ParkDialog').then((dialog) => dialog.ParkDialog)),
  park_anew: lazyPart(() => import('../../movement/parking/ParkDialog').then((dialog) => dialog.ParkDialog)),
  put_in_call_book: lazyPart(() =>
    import('../../movement/parking/CallBookDialog').then((dialog) => dialog.CallBookDialog),
  ),
  review_call_book: lazyPart(() =>
    import('../../movement/parking/CallBookDialog').then((dialog) => dialog.ReviewDialog),
  ),
  stop_clock: lazyPart(() => import('../../movement/clock/StopClockDialog').then((dialog) => dialog.StopClockDialog)),
  remind_me: lazyPart(() => import('../../movement/parking/ReminderDialogs').then((dialog) => dialog.RemindMeDialog)),
  remind: lazyPart(() => import('../../movement/parking/ReminderDialogs').then((dialog) => dialog.RemindHolderDialog)),
  together: lazyPart(() => import('../../files/linked-files/TogetherDialog').then((dialog) => dialog.TogetherDialog)),
  open_volume: lazyPart(() => import('../../files/linked-files/VolumeDialog').then((dialog) => dialog.VolumeDialog)),
  part_pdf: lazyPart(() => import('../../records/SelectPart').then((dialog) => dialog.SelectPart)),
  bundle: lazyPart(() => import('../../evidence/EvidenceBundle').then((dialog) => dialog.EvidenceBundle)),
};

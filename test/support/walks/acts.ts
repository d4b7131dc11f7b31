import type { Actor } from '@patravali/authorization';
import { CloseFile, ReopenFile } from '@patravali/files';
import {
  AgreeRecall,
  AskRecall,
  ForwardFile,
  OpenFile,
  PullBackFile,
  PullUpFile,
  PutUpForCorrection,
  RefuseRecall,
  ReturnCorrection,
  ReturnFile,
  WithdrawRecall,
} from '@patravali/movement';
import { AddNote, ChangeNote, ConfirmNote, DiscardNote, TakeBackNote } from '@patravali/notes';
import { isAside } from '../model/aside';
import { isOfClock } from '../model/clock';
import { isConsulting } from '../model/consultation';
import type { Step, Written } from '../model/steps';
import type { VolumeStep } from '../model/volumes';
import type { TestOffice } from '../office/test-office';
import { actAside } from './aside';
import { consultIn } from './consultations';
import { aNoteOf, answerDiscussion, regradeSeen, takeUpOldest } from './notes';
import { actTogether } from './together';

/** Who takes a step with which file, beside which other one. */
interface Acting {
  readonly by: Actor;
  readonly fileId: string;
  readonly otherId: string;
  readonly postIdOf: (marking: string) => string;
}

/** Takes a step with a file in the office. */
export function actIn(office: TestOffice, acting: Acting, step: Exclude<Step, VolumeStep>): Promise<unknown> {
  const { by, fileId, otherId, postIdOf } = acting;
  const [confirmNote, reason] = ['confirm' in step && step.confirm, 'नियमानुसार'];
  const explanation = 'explains' in step && step.explains ? 'अभिलेख अप्राप्त थे' : undefined;
  if (isAside(step) || isOfClock(step)) return actAside(office, { by, fileId }, step);
  if (isConsulting(step)) return consultIn(office, acting, step);
  switch (step.does) {
    case 'open':
      return office.get(OpenFile).execute(by, fileId);
    case 'note':
      return office.get(AddNote).execute(by, fileId, aNoteOf(step, postIdOf));
    case 'change':
      return change(office, acting, step);
    case 'put_up':
      return office.get(PutUpForCorrection).execute(by, fileId, { toPostId: postIdOf(step.to), explanation });
    case 'return_correction':
      return office.get(ReturnCorrection).execute(by, fileId, { explanation });
    case 'confirm':
      return office.get(ConfirmNote).execute(by, fileId);
    case 'take_back':
      return office.get(TakeBackNote).execute(by, fileId);
    case 'discard':
      return office.get(DiscardNote).execute(by, fileId);
    case 'forward': {
      const request = {
        toPostId: postIdOf(step.to),
        action: step.action ?? 'put_up',
        confirmNote,
        explanation,
        remarks: step.reasoned ? 'अत्यावश्यक' : undefined,
      };
      return office.get(ForwardFile).execute(by, fileId, { ...request, dueOn: step.dueOn ?? undefined });
    }
    case 'return':
      return office.get(ReturnFile).execute(by, fileId, { reason, confirmNote, explanation });
    case 'pull_back':
      return office.get(PullBackFile).execute(by, fileId, {});
    case 'ask_recall':
      return office.get(AskRecall).execute(by, fileId, { reason });
    case 'agree_recall':
      return office.get(AgreeRecall).execute(by, fileId, { pendingNote: step.pendingNote ?? undefined, explanation });
    case 'refuse_recall':
      return office.get(RefuseRecall).execute(by, fileId, { reason });
    case 'withdraw_recall':
      return office.get(WithdrawRecall).execute(by, fileId);
    case 'pull_up':
      return office.get(PullUpFile).execute(by, fileId, { reason });
    case 'take_up_note':
      return takeUpOldest(office, by, fileId);
    case 'regrade':
      return regradeSeen(office, by, fileId, step.confidential);
    case 'close':
      return office.get(CloseFile).execute(by, fileId, { reason, confirmNote, explanation });
    case 'reopen':
      return office.get(ReopenFile).execute(by, fileId, { reason });
    case 'answer':
      return answerDiscussion(office, by, fileId, step);
    case 'link':
    case 'unlink':
    case 'attach':
    case 'detach':
    case 'incorporate':
    case 'open_part':
      return actTogether(office, by, { fileId, otherId: otherId }, step);
  }
}

/** Changing asks for the version that was seen. */
async function change(office: TestOffice, { by, fileId, postIdOf }: Acting, written: Written): Promise<unknown> {
  const sql = 'SELECT version FROM pending_note WHERE file_id = $1';
  const [seen] = await office.rows<{ version: number }>(sql, [fileId]);
  return await office.get(ChangeNote).execute(by, fileId, aNoteOf(written, postIdOf), seen?.version ?? 0);
}

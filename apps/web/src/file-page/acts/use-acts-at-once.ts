import type { FileView, Named } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { usePdf } from '../../records/use-pdf';
import { showSuccess } from '../../ui/notices/announcements';
import { useRefusal } from '../../ui/notices/use-refusal';
import type { ActDone } from './acts-of-file';

/** The acts that ask nothing, and whether a PDF is being fetched. */
export function useActsAtOnce(file: Named<FileView>) {
  const { id: fileId, number, version } = file;
  const { t } = useTranslations('aside');
  const navigate = useNavigate();
  const refuse = useRefusal();
  const commands = {
    takeUp: useCommand('takeUpFile'),
    takeOut: useCommand('takeOutOfCallBook'),
    startClock: useCommand('startClock'),
    follow: useCommand('followFile'),
    unfollow: useCommand('unfollowFile'),
    clearReminder: useCommand('clearReminder'),
    withdrawRecall: useCommand('withdrawRecall'),
  };
  const { working, noteSheet, wholeFile } = usePdf(file);
  const params = { fileId };
  const seen = { params, ifMatch: version };
  const told = (act: Promise<unknown>, sentence: string) => void act.then(() => showSuccess(sentence), refuse);
  const acts: Record<ActDone<'at-once' | 'browser'>, () => void> = {
    put_up_draft: () => void navigate({ to: '/files/$fileId/drafts/new', params }),
    take_up: () => told(commands.takeUp.mutateAsync(seen), t('aside.takenUp', { number })),
    take_out_of_call_book: () =>
      told(commands.takeOut.mutateAsync({ ...seen, body: {} }), t('aside.takenOut', { number })),
    start_clock: () => told(commands.startClock.mutateAsync(seen), t('aside.clockStarted', { number })),
    follow: () => told(commands.follow.mutateAsync({ params }), t('aside.followed', { number })),
    unfollow: () => told(commands.unfollow.mutateAsync({ params }), t('aside.unfollowed', { number })),
    clear_reminder: () => told(commands.clearReminder.mutateAsync({ params }), t('aside.reminderCleared')),
    withdraw_recall: () =>
      told(commands.withdrawRecall.mutateAsync({ params }), t('file.done.withdraw_recall', { number })),
    note_sheet_pdf: () => void noteSheet(),
    whole_file_pdf: () => void wholeFile(),
    print: () => window.print(),
    my_pdfs: () => void navigate({ to: '/pdfs' }),
  };
  return { acts, working };
}

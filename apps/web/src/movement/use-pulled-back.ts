import type { FileView, Named, NoteView } from '@patravali/contract';
import { call } from '../api/call';
import { useTranslations } from '../language/use-translations';
import { useActing } from '../api/use-session';
import { showSuccess } from '../ui/notices/announcements';

/**
 * Says that a file is back on the desk, and what became of the note with which it had left: that stays on the sheet, and bears that it was
 * taken back where it agreed or decided.
 */
export function usePulledBack(): (file: Pick<Named<FileView>, 'id' | 'number'>, notesBefore: number) => Promise<void> {
  const { t } = useTranslations('sending');
  const { post } = useActing();
  return async ({ id, number }, notesBefore) => {
    const note = await noteSent(id, notesBefore);
    if (note?.author.post.id !== post.id) showSuccess(t('desk.pulledBack', { number }));
    else
      showSuccess(t(note.takenBack ? 'file.noteTakenBack' : 'file.noteStays', { number, note: String(note.number) }));
  };
}

/** The file is back whether or not its sheet can be read now. */
async function noteSent(fileId: string, notesBefore: number): Promise<Named<NoteView> | undefined> {
  if (notesBefore < 0) return undefined;
  const query = { from: notesBefore + 1, limit: 1 };
  const notes = await call('listNotes', { params: { fileId }, query }).catch(() => null);
  return notes?.items[0];
}

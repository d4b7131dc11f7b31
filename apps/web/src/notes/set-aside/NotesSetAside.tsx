import type { FileView, Named } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { ActButton } from '../../ui/ActButton';
import { PlainNoteText } from '../sheet/text/PlainNoteText';
import classes from '../note.module.css';

/** The notes of this desk that stayed behind when the file was taken from it: read always, taken up when it is back. */
export function NotesSetAside({ file }: { file: Named<FileView> }) {
  const { t, dateTime } = useTranslations();
  const { mutateAsync: takeUp } = useCommand('takeUpNote');
  const isHere = file.allowedMoves.includes('note');
  return file.notesSetAside.map(({ id, text, setAsideAt }) => (
    <section key={id} className={classes.yellow} aria-label={t('setAside.title')}>
      <header className={classes.composerHead}>
        <strong>{t('setAside.title')}</strong>
        <span>{t('setAside.since', { time: dateTime(setAsideAt) })}</span>
      </header>
      <div className={classes.greenText}>
        <PlainNoteText text={text} firstParagraph={null} />
      </div>
      {isHere && file.pendingNote === null ? (
        <ActButton
          label={t('setAside.takeUp')}
          variant="default"
          size="compact-sm"
          act={() => takeUp({ params: { fileId: file.id, noteId: id } }).then(() => showSuccess(t('setAside.takenUp')))}
        />
      ) : (
        !isHere && <p className="soft small">{t('setAside.waits')}</p>
      )}
    </section>
  ));
}

import type { FileView, Named } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { useRefusal } from '../../ui/notices/use-refusal';
import { PlainNoteText } from '../sheet/text/PlainNoteText';
import classes from '../note.module.css';

/** The notes of this desk that stayed behind when the file was taken from it: read always, taken up when it is back. */
export function NotesSetAside({ file }: { file: Named<FileView> }) {
  const { t, dateTime } = useTranslations();
  const refuse = useRefusal();
  const { mutate, isPending } = useCommand('takeUpNote');
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
        <Button
          variant="default"
          size="compact-sm"
          loading={isPending}
          onClick={() =>
            mutate(
              { params: { fileId: file.id, noteId: id } },
              { onError: refuse, onSuccess: () => showSuccess(t('setAside.takenUp')) },
            )
          }
        >
          {t('setAside.takeUp')}
        </Button>
      ) : (
        !isHere && <p className="soft small">{t('setAside.waits')}</p>
      )}
    </section>
  ));
}

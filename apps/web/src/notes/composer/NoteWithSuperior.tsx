import type { FileView, Named, PendingNote } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { Time } from '../../ui/Time';
import classes from '../note.module.css';
import { KindLine } from '../sheet/NoteCard';
import { NoteText } from '../sheet/text/NoteText';
import { DiscussedWithLine } from '../sheet/Participants';
import { VersionsButton } from '../versions/VersionsButton';

/** The note of this desk while a superior has it, with what he has changed so far. */
export function NoteWithSuperior({ file, note }: { file: Named<FileView>; note: Named<PendingNote> }) {
  const { t, translate, marking } = useTranslations();
  const title = t('note.withSuperior', { post: marking(file.holder) });
  return (
    <section className={classes.yellow} aria-label={title}>
      <header className={classes.composerHead}>
        <strong>{title}</strong>
        <span>{t('note.privateToBoth')}</span>
        <VersionsButton file={file} />
      </header>
      <KindLine of={note} />
      <DiscussedWithLine posts={note.discussedWith} />
      <div className={classes.greenText}>
        <NoteText text={note.text} firstParagraph={note.provisionalFirstParagraph} />
      </div>
      <p className={`${classes.lastSaved ?? ''} soft small`}>
        {translate(note.savedBy)} · <Time at={note.savedAt} />
      </p>
    </section>
  );
}

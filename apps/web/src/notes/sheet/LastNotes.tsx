import type { Named, NoteView } from '@patravali/contract';
import { Skeleton } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import { Post } from '../../organisation/Post';
import { DecisionBadge } from './lines/DecisionBadge';
import { PlainNoteText } from './text/PlainNoteText';
import { ReturnReason } from './lines/ReturnedLine';
import { TakenBackLine } from './lines/TakenBackLine';
import { returnsBelow } from './turning/sheet-turning';
import { useLastNotes } from './turning/stretches';
import { Time } from '../../ui/Time';
import classes from '../../ui/list/preview.module.css';

const SHOWN = 2;

/** The last two notes, newest first, as they stand on the green sheet. */
export function LastNotes({ fileId, count }: { fileId: string; count: number }) {
  const { t } = useTranslations();
  const { notes, isPending } = useLastNotes(fileId, count, SHOWN);
  if (isPending) return <Skeleton height={96} radius={10} />;
  return notes.toReversed().map((note, index) => (
    <section key={note.id} className={`card ${classes.note ?? ''}`}>
      <h2 className="eyebrow">
        {t(index === 0 ? 'desk.lastNote' : 'desk.noteBefore', { number: String(note.number) })}
      </h2>
      {note.kind !== 'ordinary' && (
        <p className="soft small">
          {note.mainNote === null ? t(`noteKind.${note.kind}`) : t('note.sectionOf', { note: String(note.mainNote) })}
        </p>
      )}
      <NoteText note={note} />
      <p className={classes.sign}>
        <DecisionBadge of={note} /> <Post post={note.author.post} />
        {' · '}
        <Time at={note.frozenAt} />
      </p>
      {note.takenBack && <TakenBackLine line={note.takenBack} />}
      {returnsBelow(note).map((line) => (
        <ReturnReason key={line.sequence} line={line} />
      ))}
    </section>
  ));
}

function NoteText({ note }: { note: Named<NoteView> }) {
  const { t } = useTranslations();
  const [itself] = note.returns;
  if (note.signatureAlone === 'return' && itself) return <ReturnReason line={itself} />;
  if (note.signatureAlone) return <p className={classes.noteText}>{t(`signatureAlone.${note.signatureAlone}`)}</p>;
  return <PlainNoteText text={note.text} firstParagraph={note.firstParagraph} />;
}

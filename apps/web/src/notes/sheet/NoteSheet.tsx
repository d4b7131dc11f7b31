import type { Named, NoteView } from '@patravali/contract';
import { Skeleton } from '@mantine/core';
import { Fragment, useEffect, useLayoutEffect, useRef } from 'react';
import type { Rows } from '../../api/use-list';
import { useTranslations } from '../../language/use-translations';
import { useSentence } from '../../ui/use-refusal';
import { Docket } from './Docket';
import { NoteCard, noteId } from './NoteCard';
import classes from '../note.module.css';
import { paragraphId } from './NoteText';
import { ReturnedLine } from './ReturnedLine';
import { type LineBetween, linesBelow, type NotePlace, paragraphIndex, useSheetTurning } from './sheet-turning';

interface NoteSheetProps {
  notes: Rows<Named<NoteView>>;
  place: NotePlace | null;
}

/** The green sheet, oldest note first, opened at its last note as a file lies on the desk. */
export function NoteSheet({ notes, place }: NoteSheetProps) {
  const { t } = useTranslations();
  const sentence = useSentence();
  const { correspondence } = useSheetTurning();
  const sheet = useTurned(notes, place);
  return (
    <div ref={sheet} className={classes.sheet} tabIndex={0} role="region" aria-label={t('note.sheet')}>
      <LinesBetween lines={linesBelow(null, correspondence)} />
      {notes.items.map((note) => (
        <Fragment key={note.id}>
          <NoteCard note={note} turnedTo={note.number === place?.note ? place : null} />
          <LinesBetween lines={linesBelow(note, correspondence)} />
        </Fragment>
      ))}
      {notes.isPending && <Skeleton height={90} m={16} />}
      {notes.error && <p className={classes.empty}>{sentence(notes.error)}</p>}
      {!notes.isPending && !notes.error && notes.items.length === 0 && (
        <p className={classes.empty}>{t('note.none')}</p>
      )}
    </div>
  );
}

function LinesBetween({ lines }: { lines: readonly LineBetween[] }) {
  return lines.map((line) =>
    line.kind === 'return' ? (
      <ReturnedLine key={line.line.sequence} line={line.line} />
    ) : (
      <Docket key={line.letter.id} letter={line.letter} />
    ),
  );
}

function useTurned(notes: Rows<Named<NoteView>>, place: NotePlace | null) {
  const sheet = useRef<HTMLDivElement>(null);
  const loaded = !notes.isPending && !notes.hasMore;
  useLayoutEffect(() => {
    if (loaded && sheet.current) sheet.current.scrollTop = sheet.current.scrollHeight;
  }, [loaded, notes.items.length]);
  const latest = useRef(notes.items);
  useEffect(() => {
    latest.current = notes.items;
  });
  useEffect(() => {
    const note = latest.current.find((one) => one.number === place?.note);
    if (!place || !note) return;
    const paragraph =
      place.paragraph === undefined
        ? undefined
        : paragraphId(note.firstParagraph, paragraphIndex(note, place.paragraph));
    const target = document.getElementById(paragraph ?? noteId(note.number));
    target?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  }, [place]);
  return sheet;
}

import { Skeleton } from '@mantine/core';
import {
  Fragment,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslations } from '../../language/use-translations';
import { useSentence } from '../../ui/notices/use-refusal';
import { Docket } from './Docket';
import { NoteCard, noteId } from './NoteCard';
import classes from '../note.module.css';
import { ExplainedLine } from './lines/ExplainedLine';
import { markWords } from './text/mark-words';
import { paragraphId } from './text/NoteText';
import { ReturnedLine } from './lines/ReturnedLine';
import { type LineBetween, linesBelow, type NotePlace, useSheetTurning } from './turning/sheet-turning';
import type { SheetInStretches, NoteStretch } from './turning/stretches';
import { UnreadStretch } from './lines/UnreadStretch';

/** Less than a line away from the end is at the end. */
const NEAR_END_PX = 24;

interface NoteSheetProps {
  sheet: SheetInStretches;
  place: NotePlace | null;
}

/** The green sheet, oldest note first, opened at its last note as a file lies on the desk. */
export function NoteSheet({ sheet, place }: NoteSheetProps) {
  const { t } = useTranslations();
  const sentence = useSentence();
  const { correspondence } = useSheetTurning();
  const { scroller, hold, onKeyDown } = useTurned(sheet, place, correspondence.length > 0);
  const { stretches, error, want } = sheet;
  const [end] = stretches.slice(-1);
  const waiting = end !== undefined && end.notes === undefined;
  return (
    <div
      ref={scroller}
      className={classes.sheet}
      tabIndex={0}
      data-first-focus
      role="region"
      aria-label={t('note.sheet')}
      onWheel={hold}
      onPointerDown={hold}
      onKeyDown={onKeyDown}
    >
      <LinesBetween lines={linesBelow(null, correspondence)} />
      {stretches.map((stretch) =>
        stretch.notes || stretch === end ? (
          <NotesOf key={stretch.from} stretch={stretch} place={place} />
        ) : (
          <UnreadStretch key={stretch.from} stretch={stretch} scroller={waiting ? null : scroller} onNear={want} />
        ),
      )}
      {waiting && !error && <Skeleton height={90} m={16} />}
      {error && <p className={classes.empty}>{sentence(error)}</p>}
      {stretches.length === 0 && <p className={classes.empty}>{t('note.none')}</p>}
    </div>
  );
}

function NotesOf({ stretch, place }: { stretch: NoteStretch; place: NotePlace | null }) {
  const { correspondence } = useSheetTurning();
  return stretch.notes?.map((note) => (
    <Fragment key={note.id}>
      <NoteCard note={note} turnedTo={note.number === place?.note ? place : null} />
      <LinesBetween lines={linesBelow(note, correspondence)} />
    </Fragment>
  ));
}

function LinesBetween({ lines }: { lines: readonly LineBetween[] }) {
  return lines.map((line) => {
    if (line.kind === 'return') return <ReturnedLine key={line.line.sequence} line={line.line} />;
    if (line.kind === 'explanation') return <ExplainedLine key={`why ${line.line.sequence}`} line={line.line} />;
    return <Docket key={line.letter.id} letter={line.letter} />;
  });
}

/** Turns the sheet to its end when that and the dockets have come, and to each place that a reference leads to, as soon as it is there. */
function useTurned({ stretches, last, want }: SheetInStretches, place: NotePlace | null, docketed: boolean) {
  const scroller = useRef<HTMLDivElement>(null);
  const lastId = last?.id;
  /** The person has begun to read: what comes later must not turn the sheet away. */
  const held = useRef(false);
  const known = useRef(lastId);
  useLayoutEffect(() => {
    // The end that comes after a place that was turned to is no new note.
    if (known.current !== undefined && known.current !== lastId) held.current = false;
    known.current = lastId;
  }, [lastId]);
  useLayoutEffect(() => {
    if (lastId !== undefined && scroller.current && !held.current)
      scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [lastId, docketed]);
  const lookWhere = useStayingAtEnd(scroller);
  useEffect(() => {
    if (place) want(place.note);
  }, [place, want]);
  const turned = useRef<NotePlace>(null);
  const [openedAt] = useState(place);
  useEffect(() => {
    if (!place || turned.current === place) return;
    const note = stretches.flatMap(({ notes }) => notes ?? []).find((one) => one.number === place.note);
    if (!note) return;
    turned.current = place;
    held.current = true;
    const target = document.getElementById(
      place.paragraph === undefined ? noteId(note.number) : paragraphId(place.paragraph),
    );
    if (!target || !scroller.current) return;
    const behavior = place === openedAt ? 'auto' : wayTo(target, scroller.current);
    target.scrollIntoView({ block: 'center', behavior });
    lookWhere();
  }, [place, stretches, openedAt, lookWhere]);
  const isThere = stretches.some(({ notes }) => notes?.some(({ number }) => number === place?.note));
  useEffect(() => {
    const note = place?.words && isThere ? document.getElementById(noteId(place.note)) : null;
    return note && place?.words ? markWords(note, place.words) : undefined;
  }, [place, isThere]);
  const hold = () => {
    held.current = true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    hold();
    if (event.key !== 'Home' || event.target !== scroller.current) return;
    // At once: on the way up notes are fetched, which would end the way before its end.
    event.preventDefault();
    want(1);
    scroller.current.scrollTop = 0;
  };
  return { scroller, hold, onKeyDown };
}

/**
 * What stands at the end stays in sight while the note below it grows and takes room. The answer is to be called by whoever turns the
 * sheet to a place, as nothing tells it of a place at which the sheet stood already.
 */
function useStayingAtEnd(scroller: RefObject<HTMLDivElement | null>): () => void {
  const isAtEnd = useRef(true);
  const look = useCallback(() => {
    const sheet = scroller.current;
    if (sheet) isAtEnd.current = sheet.scrollHeight - sheet.scrollTop - sheet.clientHeight < NEAR_END_PX;
  }, [scroller]);
  useEffect(() => {
    const sheet = scroller.current;
    if (!sheet) return undefined;
    const height = new ResizeObserver(() => {
      if (isAtEnd.current) sheet.scrollTop = sheet.scrollHeight;
    });
    sheet.addEventListener('scroll', look);
    height.observe(sheet);
    return () => {
      sheet.removeEventListener('scroll', look);
      height.disconnect();
    };
  }, [scroller, look]);
  return look;
}

/** On the way to a far place notes are fetched, which would move it while the sheet is turning. */
function wayTo(target: HTMLElement, sheet: HTMLElement): ScrollBehavior {
  const away = Math.abs(target.getBoundingClientRect().top - sheet.getBoundingClientRect().top);
  return away < 2 * sheet.clientHeight ? 'smooth' : 'auto';
}

import { type RefObject, useEffect, useRef } from 'react';
import { useTranslations } from '../../../language/use-translations';
import classes from '../../note.module.css';
import type { NoteStretch } from '../turning/stretches';

/** About as high as a note is, so that the length of the sheet can be seen before all of it has come. */
const NOTE_PX = 150;
/** So far beyond what is shown, notes are fetched. */
const NEAR = '1200px 0px';

interface UnreadStretchProps {
  stretch: NoteStretch;
  /** Null until the sheet has been turned to its end: before, it shows its beginning, which nobody asked for. */
  scroller: RefObject<HTMLDivElement | null> | null;
  /** It has come near what the sheet shows, or was asked for. */
  onNear: (note: number) => void;
}

/** The place of notes that have not been fetched: they are when the sheet is scrolled near it, or on its button. */
export function UnreadStretch({ stretch: { from, until }, scroller, onNear }: UnreadStretchProps) {
  const { t, number } = useTranslations();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = scroller?.current;
    if (!place.current || !root) return undefined;
    const observer = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && onNear(from), {
      root,
      rootMargin: NEAR,
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [scroller, from, onNear]);
  return (
    <div ref={place} className={classes.unread} style={{ minHeight: (until - from + 1) * NOTE_PX }}>
      <button type="button" className={classes.unreadButton} onClick={() => onNear(from)}>
        {t('note.unread', { from: number(from), until: number(until) })}
      </button>
    </div>
  );
}

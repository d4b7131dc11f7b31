import type { PinnedNote } from '@patravali/contract';
import { useRef } from 'react';
import { useKeys } from '../../ui/keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import classes from '../note.module.css';
import { languageOfText } from './text/NoteText';
import { useSheetTurning } from './turning/sheet-turning';

/** The latest running summary and the latest self-contained note, folded, on top of the sheet; each turns it to its place. */
export function PinnedNotes({ notes }: { notes: readonly PinnedNote[] }) {
  const { t } = useTranslations();
  const { turnTo } = useSheetTurning();
  const next = useRef(0);
  const turnToNext = () => {
    const pinned = notes[next.current % notes.length];
    next.current += 1;
    if (pinned) turnTo({ kind: 'note', note: pinned.number });
  };
  useKeys([{ key: 's', label: t('note.keyPinned'), run: turnToNext }], notes.length > 0);
  if (notes.length === 0) return null;
  return (
    <section className={classes.pinned} aria-label={t('note.pinned')}>
      {notes.map(({ kind, number, opening }) => (
        <p key={kind}>
          <button
            type="button"
            className={classes.reference}
            aria-keyshortcuts="s"
            onClick={() => turnTo({ kind: 'note', note: number })}
          >
            {t(`noteKind.${kind}`)} · N/{number}
          </button>{' '}
          <span lang={languageOfText(opening)}>{opening}</span>
        </p>
      ))}
    </section>
  );
}

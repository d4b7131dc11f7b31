import { type CorrespondenceView, type Named, type NoteView, referencesIn } from '@patravali/contract';
import { useMemo } from 'react';
import { useTranslations } from '../language/use-translations';
import { useSheetTurning } from '../notes/sheet/sheet-turning';
import classes from './correspondence.module.css';

const SHOWN = 3;

/** Links from a letter back to the notes that refer to it. */
export function Citations({ letter }: { letter: Named<CorrespondenceView> }) {
  const { t } = useTranslations();
  const { notes, turnTo } = useSheetTurning();
  const numbers = useMemo(() => citedBy(notes, letter), [notes, letter]);
  return (
    <span className={classes.citations}>
      {numbers.slice(-SHOWN).map((note) => (
        <button
          key={note}
          type="button"
          className={classes.citation}
          title={t('correspondence.citedBy', { note })}
          onClick={() => turnTo({ kind: 'note', note })}
        >
          ← N/{note}
        </button>
      ))}
    </span>
  );
}

/** The numbers of the notes that refer to a page of the letter. */
export function citedBy(notes: readonly Named<NoteView>[], letter: Named<CorrespondenceView>): number[] {
  return notes
    .filter((note) =>
      referencesIn(note.text).some(
        ({ to }) => to.kind === 'correspondence' && to.page >= letter.firstPage && to.page <= letter.lastPage,
      ),
    )
    .map((note) => note.number);
}

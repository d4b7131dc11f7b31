import { useTranslations } from '../../language/use-translations';
import classes from '../note.module.css';
import { useSheetTurning } from './turning/sheet-turning';

/** As many as a line has room for: the last. */
const SHOWN = 3;

interface CitationsProps {
  /** The numbers of the notes that refer to the place. */
  citedBy: readonly number[];
  /** How a link says what it is. */
  says: 'correspondence.citedBy' | 'note.citedBy';
}

/** Links from a place on the file back to the notes that refer to it. */
export function Citations({ citedBy, says }: CitationsProps) {
  const { t } = useTranslations();
  const { turnTo } = useSheetTurning();
  return (
    <span className={classes.citations}>
      {citedBy.slice(-SHOWN).map((note) => (
        <button
          key={note}
          type="button"
          className={classes.citation}
          title={t(says, { note })}
          onClick={() => turnTo({ kind: 'note', note })}
        >
          ← N/{note}
        </button>
      ))}
    </span>
  );
}

import { PINNED_KINDS } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { useNoteNumbers } from '../api';
import classes from '../note.module.css';
import { useSheetTurning } from './sheet-turning';

/** The latest running summary and the latest self-contained note, on top of the sheet; each turns it to its place. */
export function PinnedNotes() {
  const { t } = useTranslations();
  const { fileId, turnTo } = useSheetTurning();
  const numbers = useNoteNumbers(fileId) ?? [];
  const pinned = PINNED_KINDS.flatMap((kind) => numbers.findLast((note) => note.kind === kind) ?? []);
  if (pinned.length === 0) return null;
  return (
    <nav className={classes.pinned} aria-label={t('note.pinned')}>
      {pinned.map(({ number, kind }) => (
        <button
          key={kind}
          type="button"
          className={classes.reference}
          onClick={() => turnTo({ kind: 'note', note: number })}
        >
          {t(`noteKind.${kind}`)} · N/{number}
        </button>
      ))}
    </nav>
  );
}

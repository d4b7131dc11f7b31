import { useTranslations } from '../../language/use-translations';
import classes from './versions.module.css';
import { compareWords, type Piece } from './word-diff';

/** Two texts side by side, in a grid of two columns: what went on the left, what came on the right. */
export function ComparedTexts({ older, newer }: { older: string; newer: string }) {
  const { t } = useTranslations();
  const pieces = compareWords(older, newer);
  const changed = pieces.some((piece) => piece.kind !== 'same');
  return (
    <>
      <VersionText pieces={pieces} without="added" />
      <VersionText pieces={pieces} without="removed" />
      {!changed && <p className={classes.across}>{t('draft.sameText')}</p>}
    </>
  );
}

function VersionText({ pieces, without }: { pieces: readonly Piece[]; without: Piece['kind'] }) {
  return (
    <div className={classes.text}>
      {pieces.map((piece, index) => {
        if (piece.kind === without) return null;
        if (piece.kind === 'added') return <ins key={index}>{piece.text}</ins>;
        if (piece.kind === 'removed') return <del key={index}>{piece.text}</del>;
        return piece.text;
      })}
    </div>
  );
}

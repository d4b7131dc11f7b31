import type { ExplanationLine, Named } from '@patravali/contract';
import { useTranslations } from '../../../language/use-translations';
import classes from '../../note.module.css';
import { LineBetweenNotes } from './LineBetweenNotes';

/** Why a post kept the file beyond the limit, as a line of its own between two notes. */
export function ExplainedLine({ line }: { line: Named<ExplanationLine> }) {
  const { t } = useTranslations();
  const title = t('note.explained', { days: line.days });
  return (
    <LineBetweenNotes title={title} line={line}>
      <div className={classes.returnReason}>
        <p>
          <strong>{title}</strong>
        </p>
        <p>{line.explanation}</p>
      </div>
    </LineBetweenNotes>
  );
}

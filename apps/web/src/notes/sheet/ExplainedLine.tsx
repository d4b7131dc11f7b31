import type { ExplanationLine, Named } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { Actor } from '../../organisation/Actor';
import { Time } from '../../ui/Time';
import classes from '../note.module.css';

/** Why a post kept the file beyond the limit, as a line of its own between two notes. */
export function ExplainedLine({ line }: { line: Named<ExplanationLine> }) {
  const { t } = useTranslations();
  const title = t('note.explained', { days: line.days });
  return (
    <article className={classes.note} aria-label={title}>
      <div className={classes.besideNumbers}>
        <div className={classes.returnReason}>
          <p>
            <strong>{title}</strong>
          </p>
          <p>{line.explanation}</p>
        </div>
        <footer className={classes.author}>
          <Actor actor={line.by} />
          <Time at={line.at} />
        </footer>
      </div>
    </article>
  );
}

import type { Named, ReturnLine } from '@patravali/contract';
import { useTranslations } from '../../../language/use-translations';
import { Time } from '../../../ui/Time';
import classes from '../../note.module.css';
import { LineBetweenNotes } from './LineBetweenNotes';

/** A return on the green sheet: to whom and why. It agrees with nothing, and has no number. */
export function ReturnReason({ line }: { line: Named<ReturnLine> }) {
  const { t, marking } = useTranslations();
  return (
    <div className={classes.returnReason}>
      <p>
        <strong>
          <span aria-hidden>↩ </span>
          {t('note.returnedTo', { post: marking(line.to) })}
        </strong>
      </p>
      <p>{line.reason}</p>
      {line.takenBackAt !== null && (
        <p className="soft small">
          {t('note.returnPulledBack')} · <Time at={line.takenBackAt} />
        </p>
      )}
    </div>
  );
}

/** A return as a line of its own between two notes. */
export function ReturnedLine({ line }: { line: Named<ReturnLine> }) {
  const { t, marking } = useTranslations();
  return (
    <LineBetweenNotes title={t('note.returnedTo', { post: marking(line.to) })} line={line}>
      <ReturnReason line={line} />
    </LineBetweenNotes>
  );
}

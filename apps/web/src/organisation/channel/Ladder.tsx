import type { Named, Rung, RungState } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import classes from './Ladder.module.css';

interface LadderProps {
  rungs: readonly (Named<Rung> & { state?: RungState })[];
  /** What it is the ladder of, for screen readers. */
  label: string;
  /** Markings alone. */
  short?: boolean;
}

/** The posts through which a case goes, from the one that begins to the final authority, and where a file is among them. */
export function Ladder({ rungs, label, short = false }: LadderProps) {
  return (
    <ol className={classes.ladder} aria-label={label} data-short={short || undefined}>
      {rungs.map((rung) => (
        <Step key={rung.post.id} rung={rung} short={short} />
      ))}
    </ol>
  );
}

function Step({ rung, short }: { rung: LadderProps['rungs'][number]; short: boolean }) {
  const { t, translate, number, marking } = useTranslations();
  const { post, state, isFinal, holder, level } = rung;
  const said = [isFinal && t('ladder.final'), state && t(`rungState.${state}`)].filter(Boolean).join(' · ');
  return (
    <li className={classes.rung} data-state={state} aria-current={state === 'here' ? 'step' : undefined}>
      <span className={classes.mark} aria-hidden>
        {state === 'passed' && '✓'}
        {state === 'owed' && '↓'}
      </span>
      <span className={classes.post}>
        <span className="mono">{marking(post)}</span>
        {!short && (
          <>
            <span>{translate(post.designation)}</span>
            <span className="soft small">
              {holder ? translate(holder) : t('page.vacant')} · {t('ladder.level', { place: number(level) })}
            </span>
          </>
        )}
        {said && <span className={short ? 'visually-hidden' : classes.said}>{said}</span>}
      </span>
    </li>
  );
}

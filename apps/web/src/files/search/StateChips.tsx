import { FILE_STATES } from '@patravali/contract';
import type { ReactNode } from 'react';
import { useTranslations } from '../../language/use-translations';
import classes from '../../ui/list/list-page.module.css';

type FileState = (typeof FILE_STATES)[number];

interface StateChipsProps {
  title: string;
  state: FileState | undefined;
  onChoose: (state: FileState | undefined) => void;
  /** By what else the list is narrowed. */
  children?: ReactNode;
}

/** Above a list of files: what it shows, and in which state they are. */
export function StateChips({ title, state: chosen, onChoose, children }: StateChipsProps) {
  const { t } = useTranslations();
  return (
    <div className={classes.chips} role="group" aria-label={t('desk.filters')}>
      <span className={classes.title}>{title}</span>
      {([undefined, ...FILE_STATES] as const).map((state) => (
        <button
          key={state ?? 'any'}
          type="button"
          className={classes.chip}
          aria-pressed={chosen === state}
          onClick={() => onChoose(state)}
        >
          {state ? t(`fileState.${state}`) : t('desk.anyState')}
        </button>
      ))}
      {children}
    </div>
  );
}

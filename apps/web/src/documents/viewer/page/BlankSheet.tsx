import type { ReactNode } from 'react';
import { useTranslations } from '../../../language/use-translations';
import classes from './viewer.module.css';

/** Where a document's first page will be, and what is to be said until then. */
export function BlankSheet({ children }: { children?: ReactNode }) {
  const { t } = useTranslations();
  return (
    <div className={classes.viewer} role="status" aria-busy="true" aria-label={t('viewer.opening')}>
      {children}
      <div className={classes.scroller}>
        <div className={classes.blankPage} />
      </div>
    </div>
  );
}

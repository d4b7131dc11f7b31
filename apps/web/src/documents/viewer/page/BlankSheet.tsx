import type { ReactNode } from 'react';
import { Skeleton } from '@mantine/core';
import { useTranslations } from '../../../language/use-translations';
import classes from './viewer.module.css';

/** Where a document's first page will be: words that say so, lines in place of its text, and what is to be said until then. */
export function BlankSheet({ children }: { children?: ReactNode }) {
  const { t } = useTranslations();
  return (
    <div className={classes.viewer} role="status" aria-busy="true">
      {children}
      <div className={classes.scroller}>
        <div className={classes.blankPage}>
          <p>{t('viewer.opening')}</p>
          <Skeleton height={16} width="56%" mx="auto" mb={34} />
          {LINES.map((width, line) => (
            <Skeleton key={line} height={10} width={width} mb={14} />
          ))}
        </div>
      </div>
    </div>
  );
}

const LINES = ['38%', '30%', '72%', '100%', '100%', '94%', '100%', '63%'];

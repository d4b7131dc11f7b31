import type { ReactNode } from 'react';
import classes from './page.module.css';

interface TwoSheetsProps {
  left: ReactNode;
  right: ReactNode;
  /** Green paper holds a sheet of notes, which scrolls by itself above its foot. */
  paper?: 'green';
  /** The only sheet that is printed; without it both are. */
  printed?: 'left' | 'right';
}

/** Two sheets side by side below the head of a page; one above the other on a narrow screen. */
export function TwoSheets({ left, right, paper, printed }: TwoSheetsProps) {
  return (
    <div className={classes.sheets} data-printed={printed}>
      <div className={classes.left} data-paper={paper}>
        {left}
      </div>
      <div className={classes.right}>{right}</div>
    </div>
  );
}

import type { ReactNode } from 'react';
import classes from './TableScroller.module.css';

interface TableScrollerProps {
  /** What screen readers call the place. */
  label: string;
  children: ReactNode;
}

/** A table that may be wider or longer than its place: the keyboard scrolls it too, and its head stays in sight. */
export function TableScroller({ label, children }: TableScrollerProps) {
  return (
    <div className={classes.place} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

import type { Named, ReturnLine } from '@patravali/contract';
import type { ReactNode } from 'react';
import { Actor } from '../../../organisation/Actor';
import { Time } from '../../../ui/Time';
import classes from '../../note.module.css';

interface LineBetweenNotesProps {
  title: string;
  /** Whose act it was, and when. */
  line: Pick<Named<ReturnLine>, 'by' | 'at'>;
  children: ReactNode;
}

/** What happened to the file, as a line of its own between two notes: it has no number. */
export function LineBetweenNotes({ title, line, children }: LineBetweenNotesProps) {
  return (
    <article className={classes.note} aria-label={title}>
      <div className={classes.besideNumbers}>
        {children}
        <footer className={classes.author}>
          <Actor actor={line.by} />
          <Time at={line.at} />
        </footer>
      </div>
    </article>
  );
}

import type { FileRow, Named } from '@patravali/contract';
import type { RefusedFiles } from './api';
import classes from './bulk.module.css';

interface RefusedListProps {
  files: readonly Pick<Named<FileRow>, 'id' | 'number'>[];
  refused: RefusedFiles;
}

/** The files that could not be touched, each with the sentence that says why. */
export function RefusedList({ files, refused }: RefusedListProps) {
  return (
    <ul className={classes.refused}>
      {files.map(
        ({ id, number }) =>
          refused.has(id) && (
            <li key={id}>
              <span className="mono">{number}</span>
              <span>{refused.get(id)}</span>
            </li>
          ),
      )}
    </ul>
  );
}

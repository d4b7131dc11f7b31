import type { Refused } from './api';
import classes from './bulk.module.css';
import type { Thing } from './thing';

interface RefusedListProps {
  things: readonly Pick<Thing, 'id' | 'number'>[];
  refused: Refused;
}

/** What could not be touched, each with the sentence that says why. */
export function RefusedList({ things, refused }: RefusedListProps) {
  return (
    <ul className={classes.refused}>
      {things.map(
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

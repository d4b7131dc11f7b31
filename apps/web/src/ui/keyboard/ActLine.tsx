import type { Act } from './acts';
import classes from './ActLine.module.css';
import { Kbd } from './Kbd';

/** An act as a menu and the palette name it: with its key, or with why it is not possible now. */
export function ActLine({ act: { label, keys, whyNot } }: { act: Act }) {
  return (
    <span className={classes.line}>
      <span>
        {label}
        {whyNot !== undefined && <span className={classes.whyNot}>{whyNot}</span>}
      </span>
      <Kbd keys={keys} />
    </span>
  );
}

import classes from './consultations.module.css';
import { useWords } from './use-words';

/** How many working days it is late; nothing while it is not. */
export function LateBy({ days }: { days: number }) {
  const say = useWords();
  if (days === 0) return null;
  return <strong className={classes.late}> · {say('lateBy', { days })}</strong>;
}

import type { askedBars } from './journey-picture';
import classes from './journey.module.css';
import { useAskedSentence } from './use-stay-sentence';

const HEIGHT = 6;

/** From the day on which a desk was asked for its opinion to its answer. */
export function AskedBar({ asked, y }: { asked: ReturnType<typeof askedBars>[number]; y: number }) {
  const sentence = useAskedSentence();
  const { left, right, isLate, until } = asked;
  return (
    <g className={classes.asked} data-late={isLate || undefined}>
      <rect x={left} y={y - HEIGHT / 2} width={Math.max(HEIGHT, right - left)} height={HEIGHT} rx={HEIGHT / 2}>
        <title>{sentence(asked)}</title>
      </rect>
      {until === null && <circle cx={Math.max(left + HEIGHT, right)} cy={y} r={5} />}
    </g>
  );
}

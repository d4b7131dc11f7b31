import type { PostRef } from '@patravali/contract';
import { Fragment } from 'react';
import { useTranslations } from '../../language/use-translations';
import { type Bar, daysOf, type Stay } from './journey-picture';
import classes from './journey.module.css';

interface JourneyPictureProps {
  rows: readonly PostRef[];
  bars: readonly Bar[];
  longest: Stay | null;
  /** Milliseconds since 1970. */
  now: number;
  label: string;
}

const WIDTH = 400;
const ROW = 30;
const LINE_START = 92;
const LINE_END = WIDTH - 12;
const TOP = 22;
const FEET = 22;
const BAR = 9;
/** A date below the picture needs this much room of its own. */
const DATE_ROOM = 58;

export function JourneyPicture({ rows, bars, longest, now, label }: JourneyPictureProps) {
  const height = TOP + rows.length * ROW + FEET;
  return (
    <svg className={classes.picture} viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      {rows.map((post, row) => (
        <g key={post.id}>
          <line className={classes.desk} x1={LINE_START} x2={LINE_END} y1={yOf(row)} y2={yOf(row)} />
          <text className={classes.post} x={0} y={yOf(row) + 4}>
            {post.marking}
          </text>
        </g>
      ))}
      {bars.map((bar, index) => (
        <Fragment key={bar.left}>
          <MovementLine from={bars[index - 1]} to={bar} />
          <StayBar bar={bar} longest={bar.stay === longest && bars.length > 1} now={now} />
        </Fragment>
      ))}
      <Dates bars={bars} y={height - 6} />
    </svg>
  );
}

function StayBar({ bar, longest, now }: { bar: Bar; longest: boolean; now: number }) {
  const { t, day } = useTranslations();
  const left = xOf(bar.left);
  const right = xOf(bar.right);
  const days = daysOf(bar.stay, now);
  const isDelay = longest && days > 0;
  return (
    <g>
      <rect
        className={isDelay ? classes.longest : classes.stay}
        x={left}
        y={yOf(bar.row) - BAR / 2}
        width={Math.max(BAR, right - left)}
        height={BAR}
        rx={BAR / 2}
      >
        <title>
          {t('journey.stay', { post: bar.stay.post.marking, from: day(new Date(bar.stay.from).toISOString()), days })}
        </title>
      </rect>
      {isDelay && (
        <text className={classes.longestLabel} x={clamped((left + right) / 2)} y={yOf(bar.row) - 9} textAnchor="middle">
          {t('journey.longest', { days })}
        </text>
      )}
      {bar.stay.until === null && <circle className={classes.here} cx={right} cy={yOf(bar.row)} r={5} />}
    </g>
  );
}

function MovementLine({ from, to }: { from: Bar | undefined; to: Bar }) {
  if (!from) return null;
  const x = xOf(to.left);
  return <path className={classes.movementLine} d={`M${x - 2} ${yOf(from.row)} L${x + 2} ${yOf(to.row)}`} />;
}

/** The day of each arrival, as far as there is room for it. */
function Dates({ bars, y }: { bars: readonly Bar[]; y: number }) {
  const { dayShort } = useTranslations();
  const shown: Bar[] = [];
  for (const bar of bars) {
    const last = shown.at(-1);
    if (!last || xOf(bar.left) - xOf(last.left) >= DATE_ROOM) shown.push(bar);
  }
  return shown.map((bar) => (
    <text key={bar.left} className={classes.date} x={Math.min(xOf(bar.left), LINE_END - 40)} y={y}>
      {dayShort(new Date(bar.stay.from).toISOString())}
    </text>
  ));
}

function xOf(share: number): number {
  return LINE_START + share * (LINE_END - LINE_START);
}

function yOf(row: number): number {
  return TOP + row * ROW + ROW / 2;
}

function clamped(x: number): number {
  return Math.min(Math.max(x, LINE_START + 50), LINE_END - 50);
}

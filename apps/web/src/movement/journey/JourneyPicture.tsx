import type { PostRef } from '@patravali/contract';
import { Fragment, type ReactNode, useLayoutEffect, useRef } from 'react';
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

/** In units of the picture: the names of the desks stand left of their lines, and stay there while the lines scroll. */
const NAMES = 92;
const LINE = 296;
const MARGIN = 12;
/** So much of the line each stay has on an average, be the picture wider than its place. */
const STAY = 14;
const ROW = 30;
const TOP = 22;
const FEET = 22;
const BAR = 9;
/** A date below the picture needs this much room of its own. */
const DATE_ROOM = 58;

/** Where on the line a share of the whole time lies, and where the line ends. */
interface Scale {
  x: (share: number) => number;
  end: number;
}

export function JourneyPicture({ rows, bars, longest, now, label }: JourneyPictureProps) {
  const height = TOP + rows.length * ROW + FEET;
  const end = Math.max(LINE, bars.length * STAY);
  const scale = { end, x: (share: number) => share * end };
  const width = end + MARGIN;
  return (
    <div className={classes.picture}>
      <svg viewBox={`0 0 ${NAMES} ${height}`} aria-hidden>
        {rows.map((post, row) => (
          <text key={post.id} className={classes.post} x={0} y={yOf(row) + 4}>
            {post.marking}
          </text>
        ))}
      </svg>
      <LastInSight label={label} length={end}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          style={{ width: `${(width / (LINE + MARGIN)) * 100}%` }}
          role="img"
          aria-label={label}
        >
          {rows.map((post, row) => (
            <line key={post.id} className={classes.desk} x1={0} x2={end} y1={yOf(row)} y2={yOf(row)} />
          ))}
          {bars.map((bar, index) => (
            <Fragment key={bar.left}>
              <MovementLine from={bars[index - 1]} to={bar} scale={scale} />
              <StayBar bar={bar} scale={scale} longest={bar.stay === longest && bars.length > 1} now={now} />
            </Fragment>
          ))}
          <Dates bars={bars} scale={scale} y={height - 6} />
        </svg>
      </LastInSight>
    </div>
  );
}

/** A long journey is scrolled, with the keyboard too; it begins at its end, where the file is now. */
function LastInSight({ label, length, children }: { label: string; length: number; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place.current) place.current.scrollLeft = place.current.scrollWidth;
  }, [length]);
  if (length === LINE) return children;
  return (
    <div ref={place} className={classes.scroller} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

interface StayBarProps {
  bar: Bar;
  scale: Scale;
  longest: boolean;
  now: number;
}

function StayBar({ bar, scale, longest, now }: StayBarProps) {
  const { t, day } = useTranslations();
  const left = scale.x(bar.left);
  const right = scale.x(bar.right);
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
        <text
          className={classes.longestLabel}
          x={middle(left, right, scale.end)}
          y={yOf(bar.row) - 9}
          textAnchor="middle"
        >
          {t('journey.longest', { days })}
        </text>
      )}
      {bar.stay.until === null && <circle className={classes.here} cx={right} cy={yOf(bar.row)} r={5} />}
    </g>
  );
}

function MovementLine({ from, to, scale }: { from: Bar | undefined; to: Bar; scale: Scale }) {
  if (!from) return null;
  const x = scale.x(to.left);
  return <path className={classes.movementLine} d={`M${x - 2} ${yOf(from.row)} L${x + 2} ${yOf(to.row)}`} />;
}

/** The day of each arrival, as far as there is room for it. */
function Dates({ bars, scale, y }: { bars: readonly Bar[]; scale: Scale; y: number }) {
  const { dayShort } = useTranslations();
  const shown: Bar[] = [];
  for (const bar of bars) {
    const last = shown.at(-1);
    if (!last || scale.x(bar.left) - scale.x(last.left) >= DATE_ROOM) shown.push(bar);
  }
  return shown.map((bar) => (
    <text key={bar.left} className={classes.date} x={Math.min(scale.x(bar.left), scale.end - 40)} y={y}>
      {dayShort(new Date(bar.stay.from).toISOString())}
    </text>
  ));
}

function yOf(row: number): number {
  return TOP + row * ROW + ROW / 2;
}

/** The middle of a bar, so far from both ends that a word has room around it. */
function middle(left: number, right: number, end: number): number {
  return Math.min(Math.max((left + right) / 2, 50), end - 50);
}

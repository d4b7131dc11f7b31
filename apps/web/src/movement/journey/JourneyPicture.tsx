import type { PostRef } from '@patravali/contract';
import { Fragment, type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslations } from '../../language/use-translations';
import { AskedBar } from './AskedBar';
import {
  type ConsultedDesk,
  askedBars,
  askedRows,
  type Bar,
  barsOf,
  type Desk,
  rowsOf,
  type Stay,
} from './journey-picture';
import classes from './journey.module.css';
import { useStaySentence } from './use-stay-sentence';

/** In pixels: the names of the desks stand left of their lines, and stay there while the lines scroll. */
const NAMES = { least: 88, most: 180, letter: 8.6 };
const LINE = 560;
const MARGIN = 14;
const ROW = 38;
const TOP = 14;
const FEET = 22;
const BAR = 10;
/** A date below the picture needs this much room of its own. */
const DATE_ROOM = 64;
/** A bar of this length has room for its days above it. */
const DAYS_ROOM = 30;

interface JourneyPictureProps {
  stays: readonly Stay[];
  asked: readonly ConsultedDesk[];
  label: string;
}

/**
 * Desks as lanes, the highest level on top; each stay a bar on its lane, with a line to it from the one before. Below them
 * the desks that were asked for their opinion meanwhile.
 */
export function JourneyPicture({ stays, asked, label }: JourneyPictureProps) {
  const rows = rowsOf(stays);
  const bars = barsOf(stays, rows, LINE);
  const asides = askedBars(asked, bars, Date.now());
  const askedPosts = askedRows(asides);
  const lanes = rows.length + askedPosts.length;
  const height = TOP + lanes * ROW + FEET;
  const end = bars.at(-1)?.right ?? LINE;
  return (
    <div className={classes.picture}>
      <Desks rows={rows} asked={askedPosts} height={height} />
      <LastInSight label={label} length={end}>
        <svg width={end + MARGIN} height={height} role="img" aria-label={label}>
          {rows.map(({ post }, row) => (
            <line key={post.id} className={classes.desk} x1={0} x2={end} y1={yOf(row)} y2={yOf(row)} />
          ))}
          {bars.map((bar, index) => (
            <Fragment key={bar.stay.sequence}>
              <WayLine from={bars[index - 1]} to={bar} />
              <StayBar bar={bar} />
            </Fragment>
          ))}
          {asides.map((aside) => {
            const row = rows.length + askedPosts.findIndex(({ id }) => id === aside.post.id);
            return <AskedBar key={aside.id} asked={aside} y={yOf(row)} />;
          })}
          <Dates bars={bars} end={end} y={height - 6} />
        </svg>
      </LastInSight>
    </div>
  );
}

function Desks({ rows, asked, height }: { rows: readonly Desk[]; asked: readonly PostRef[]; height: number }) {
  const { t, marking } = useTranslations('clock');
  const names = [
    ...rows.map(({ post, level }) => ({ post, below: t('journey.level', { level }) })),
    ...asked.map((post) => ({ post, below: t('journey.way.asked') })),
  ];
  const longest = Math.max(...names.map(({ post }) => marking(post).length));
  const width = Math.min(NAMES.most, Math.max(NAMES.least, longest * NAMES.letter));
  return (
    <svg width={width} height={height} aria-hidden>
      {names.map(({ post, below }, row) => (
        <Fragment key={row}>
          <text className={classes.post} x={0} y={yOf(row)}>
            {marking(post)}
          </text>
          <text className={classes.level} x={0} y={yOf(row) + 13}>
            {below}
          </text>
        </Fragment>
      ))}
    </svg>
  );
}

/** A long journey is scrolled, with the keyboard too; it begins at its end, where the file is now. */
function LastInSight({ label, length, children }: { label: string; length: number; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place.current) place.current.scrollLeft = place.current.scrollWidth;
  }, [length]);
  return (
    <div ref={place} className={classes.scroller} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

function StayBar({ bar: { stay, row, left, right } }: { bar: Bar }) {
  const { t } = useTranslations('clock');
  const sentence = useStaySentence();
  const length = Math.max(BAR, right - left - 4);
  const way = stay.isOverLimit ? 'over' : stay.stops.length > 0 ? 'stopped' : undefined;
  return (
    <g>
      <rect
        className={classes.stay}
        data-way={way}
        x={left}
        y={yOf(row) - BAR / 2}
        width={length}
        height={BAR}
        rx={BAR / 2}
      >
        <title>{sentence(stay)}</title>
      </rect>
      {stay.days > 0 && length >= DAYS_ROOM && (
        <text className={classes.days} data-way={way} x={left + length / 2} y={yOf(row) - 9} textAnchor="middle">
          {t('journey.days', { days: stay.days })}
        </text>
      )}
      {stay.until === null && <circle className={classes.here} cx={left + length} cy={yOf(row)} r={6} />}
    </g>
  );
}

/** From the desk before to this one, as the file came. */
function WayLine({ from, to }: { from: Bar | undefined; to: Bar }) {
  const { way } = to.stay;
  if (!from || way === null) return null;
  return (
    <path
      className={classes.way}
      data-way={way}
      d={`M${to.left - 3} ${yOf(from.row)} L${to.left + 1} ${yOf(to.row)}`}
    />
  );
}

/** The day of each arrival, as far as there is room for it. */
function Dates({ bars, end, y }: { bars: readonly Bar[]; end: number; y: number }) {
  const { dayShort } = useTranslations();
  const shown: Bar[] = [];
  for (const bar of bars) {
    const last = shown.at(-1);
    if (!last || bar.left - last.left >= DATE_ROOM) shown.push(bar);
  }
  return shown.map(({ left, stay }) => (
    <text key={stay.sequence} className={classes.date} x={Math.min(left, end - 44)} y={y}>
      {dayShort(stay.from)}
    </text>
  ));
}

function yOf(row: number): number {
  return TOP + row * ROW + ROW / 2;
}

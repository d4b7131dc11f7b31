import { useMovements } from '../api/queries';
import { barsOf, daysOf, longestOf, rowsOf, staysOf } from '../file/journey-picture';
import { useLanguage } from '../language/use-language';
import classes from './JourneySketch.module.css';

const WIDTH = 400;
const LABELS = 92;
const ROW = 28;
/** A stay is never drawn shorter than this part of the whole. */
const LEAST = 0.03;

/** The desks that the file visited, and how long it lay on each: loops and long stays are seen at once. */
export function JourneySketch({ fileId, closed }: { fileId: string; closed: boolean }) {
  const { t, dayShort } = useLanguage();
  const { items } = useMovements(fileId);
  const stays = staysOf(items);
  if (stays.length === 0) return null;
  const now = Date.now();
  const posts = rowsOf(stays);
  const bars = barsOf(stays, posts, now, LEAST);
  const longest = longestOf(stays, now);
  const width = WIDTH - LABELS - 12;
  const x = (share: number) => LABELS + share * width;
  const y = (row: number) => 12 + row * ROW;
  const end = bars.at(-1);
  return (
    <section className="card">
      <h2 className="eyebrow">
        {t('desk.journey', { days: stays.reduce((days, stay) => days + daysOf(stay, now), 0), desks: posts.length })}
      </h2>
      <svg
        viewBox={`0 0 ${String(WIDTH)} ${String(y(posts.length) + 4)}`}
        className={classes.picture}
        role="img"
        aria-label={stays.map((stay) => `${stay.post.marking}: ${t('desk.days', { n: daysOf(stay, now) })}`).join(', ')}
      >
        {posts.map((post, row) => (
          <g key={post.id}>
            <text x={0} y={y(row) + 4} className={classes.marking}>
              {post.marking}
            </text>
            <line x1={LABELS} x2={WIDTH} y1={y(row)} y2={y(row)} className={classes.line} />
          </g>
        ))}
        {bars.map((bar, index) => {
          const next = bars[index + 1];
          return (
            next && (
              <line
                key={bar.left}
                x1={x(bar.right)}
                x2={x(next.left)}
                y1={y(bar.row)}
                y2={y(next.row)}
                className={classes.hop}
              />
            )
          );
        })}
        {bars.map((bar) => {
          const long = bar.stay === longest && bars.length > 1 && daysOf(bar.stay, now) > 0;
          return (
            <g key={bar.left}>
              <line
                x1={x(bar.left) + 4}
                x2={Math.max(x(bar.left) + 5, x(bar.right) - 4)}
                y1={y(bar.row)}
                y2={y(bar.row)}
                className={classes.stay}
                data-long={long || undefined}
              />
              {long && (
                <text x={(x(bar.left) + x(bar.right)) / 2} y={y(bar.row) - 7} className={classes.days}>
                  {t('desk.longestStay', { n: daysOf(bar.stay, now) })}
                </text>
              )}
            </g>
          );
        })}
        {end && !closed && <circle cx={x(end.right)} cy={y(end.row)} r={4.5} className={classes.here} />}
        {bars.length > 0 && (
          <>
            <text x={LABELS} y={y(posts.length)} className={classes.date}>
              {dayShort(new Date(stays[0]?.from ?? now).toISOString())}
            </text>
            <text x={WIDTH} y={y(posts.length)} className={classes.date} textAnchor="end">
              {dayShort(new Date(stays.at(-1)?.until ?? now).toISOString())}
            </text>
          </>
        )}
      </svg>
    </section>
  );
}

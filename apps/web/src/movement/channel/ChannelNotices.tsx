import {
  type FileView,
  jumpedBy,
  leftOutBy,
  MOST_LEVELS,
  type Named,
  type PostRef,
  type PostView,
} from '@patravali/contract';
import { type Translations, useTranslations } from '../../language/use-translations';
import { usePosts } from '../../organisation/api';
import classes from './channel.module.css';

interface ChannelNoticesProps {
  file: Named<FileView>;
  to: PostRef | null;
  /** Whether a reason is given already. */
  reasoned: boolean;
}

/** What the channel says against the post that is chosen, before the file is sent. The server has the last word. */
export function ChannelNotices({ file, to, reasoned }: ChannelNoticesProps) {
  const { t, number, marking } = useTranslations();
  const { data: posts = [] } = usePosts();
  const receiver = posts.find(({ id }) => id === to?.id);
  const notices = receiver ? noticesFor(file, receiver, { posts, marking }) : null;
  if (!notices) return null;
  const { back, jumped, level, needsReason } = notices;
  return (
    <div className={classes.notices} role="status">
      {back && <p>{t('ladder.wayBack', { post: back })}</p>}
      {jumped !== '' && <p>{t(reasoned ? 'ladder.jumps' : 'ladder.jumpsWhy', { post: jumped })}</p>}
      {level > MOST_LEVELS && (
        <p>
          {t('ladder.fifth', { place: number(level), most: number(MOST_LEVELS) })}
          {needsReason && !reasoned && ` ${t('ladder.levelWhy')}`}
        </p>
      )}
    </div>
  );
}

type Known = Pick<Translations, 'marking'> & { readonly posts: readonly PostView[] };

function noticesFor(file: Named<FileView>, to: PostView, { posts, marking }: Known) {
  const { wayBack, channel, superiors, levels } = file;
  const back = wayBack && isBelow(to, wayBack.id, posts) ? marking(wayBack) : null;
  const rank = ({ post, level }: (typeof superiors)[number]) => ({ id: post.id, marking: marking(post), level });
  const left = channel ? jumpedBy(channel.ahead.map(rank), to) : leftOutBy(superiors.map(rank), to);
  const jumped = left.map((post) => post.marking).join(', ');
  const level = levels.includes(to.level) ? 0 : levels.length + 1;
  // The level at which a case begins is none that it climbs.
  const needsReason = channel === null && level > MOST_LEVELS + 1;
  return back || jumped !== '' || level > MOST_LEVELS ? { back, jumped, level, needsReason } : null;
}

function isBelow(post: PostView, superiorId: string, posts: readonly PostView[]): boolean {
  const seen = new Set<string>();
  for (let above = post.superiorPostId; above && !seen.has(above);) {
    if (above === superiorId) return true;
    seen.add(above);
    const next = above;
    above = posts.find(({ id }) => id === next)?.superiorPostId ?? null;
  }
  return false;
}

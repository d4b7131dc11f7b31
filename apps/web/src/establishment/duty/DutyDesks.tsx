import { CloseButton } from '@mantine/core';
import type { PostView, UnitView } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { usePosts } from '../../organisation/api';
import { PostPicker } from '../../organisation/picker/PostPicker';
import classes from './DutyDesks.module.css';

/** A desk that somebody leaves, and from where it is kept; nothing is chosen where no post stands above it. */
export interface NamedDesk {
  readonly postId: string;
  readonly linkPostId: string | null;
}

interface DutyDesksProps {
  label: string;
  why: string;
  /** Whose they are, where they are one person’s; else whoever works there now. */
  person?: string;
  desks: readonly NamedDesk[];
  /** What stands against a desk, by its place. */
  wrong: ReadonlyMap<number, string>;
  units: readonly UnitView[];
  onChange: (desks: readonly NamedDesk[]) => void;
}

/** Who goes, one after the other, and who keeps each desk: the post right above, unless another is named. */
export function DutyDesks({ label, why, person, desks, wrong, units, onChange }: DutyDesksProps) {
  const { t, translate, marking } = useTranslations('establishment');
  const { data: posts = [] } = usePosts();
  const isKept = ({ id, unitId, holder }: PostView) =>
    holder !== null && units.some((unit) => unit.id === unitId) && desks.every(({ postId }) => postId !== id);
  const keep = (place: number, linkPostId: string) =>
    onChange(desks.map((desk, at) => (at === place ? { ...desk, linkPostId } : desk)));
  return (
    <>
      <PostPicker
        label={label}
        description={why}
        value={null}
        onChange={(postId, { superiorPostId }) => onChange([...desks, { postId, linkPostId: superiorPostId }])}
        offers={isKept}
        withOwn
        required={desks.length === 0}
      />
      {desks.length > 0 && (
        <ul className={classes.desks} aria-label={label}>
          {desks.map(({ postId, linkPostId }, place) => {
            const post = posts.find(({ id }) => id === postId);
            if (!post) return null;
            const name = `${person ?? (post.holder ? translate(post.holder) : t('page.vacant'))} · ${marking(post)}`;
            return (
              <li key={postId}>
                <span className={classes.who}>
                  <strong>{name}</strong>
                  <span className="soft small">{translate(post.designation)}</span>
                </span>
                <PostPicker
                  label={t('establishment.keeperOf', { name })}
                  inline
                  value={linkPostId}
                  onChange={(chosen) => keep(place, chosen)}
                  offers={({ id }) => id !== postId}
                  error={wrong.get(place)}
                  withOwn
                />
                <CloseButton
                  aria-label={t('establishment.staysHere', { name })}
                  onClick={() => onChange(desks.filter((_, at) => at !== place))}
                />
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

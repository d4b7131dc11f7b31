import { type FileView, MOST_LEVELS, type Named } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { WhatIs } from '../../help/WhatIs';
import { useTranslations } from '../../language/use-translations';
import { Ladder } from '../../organisation/channel/Ladder';
import classes from './channel.module.css';

/** The ladder of the file's kind of case, where the file is on it, and how many levels it has passed. */
export function FileLadder({ file }: { file: Named<FileView> }) {
  const { t, translate, number, marking } = useTranslations();
  const { channel, category, levels, wayBack } = file;
  const [first] = channel?.rungs ?? [];
  return (
    <section className={`${classes.card ?? ''} card`} aria-label={t('ladder.label')}>
      {category && (
        <h2 className="eyebrow">
          {t('ladder.of', { category: translate(category.name) })} <WhatIs word="channel" />
        </h2>
      )}
      {channel && <Ladder rungs={channel.rungs} label={t('ladder.label')} />}
      <p className="small">
        {t('ladder.levels', { place: number(levels.length) })}
        {levels.length > MOST_LEVELS && <strong> {t('channel.tooMany', { place: number(MOST_LEVELS) })}</strong>}
      </p>
      {wayBack && <p className="small">{t('ladder.wayBack', { post: marking(wayBack) })}</p>}
      {category && first && (
        <Link to="/channel" search={{ category: category.id, from: first.post.id }} className="small">
          {t('ladder.simulate')}
        </Link>
      )}
    </section>
  );
}

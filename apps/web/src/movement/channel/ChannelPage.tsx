import { MOST_LEVELS, type Role } from '@patravali/contract';
import { NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useActing } from '../../api/use-session';
import { WhatIs } from '../../help/WhatIs';
import { useTranslations } from '../../language/use-translations';
import { PageError } from '../../ui/page/PageError';
import { useTitle } from '../../ui/page/use-title';
import { Waiting } from '../../ui/page/Waiting';
import { usePosts } from '../../organisation/api';
import { useCaseCategories, useWay } from '../../organisation/channel/api';
import classes from './ChannelPage.module.css';
import { Ladder } from '../../organisation/channel/Ladder';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import { LevelFigures } from './LevelFigures';

const SEE_FIGURES: readonly Role[] = ['officer', 'administrator', 'auditor'];

/** "A case of this kind from this post goes …": as the office has laid it down for today. */
export function ChannelPage() {
  const { t, translate } = useTranslations('channel');
  useTitle(t('channel.title'));
  const { post: own } = useActing();
  const navigate = useNavigate();
  const { category, from } = useSearch({ from: '/office/with-navigation/channel' });
  const categories = useCaseCategories();
  const posts = usePosts();
  const error = categories.error ?? posts.error;
  if (error) return <PageError error={error} />;
  if (!categories.data || !posts.data) return <Waiting />;
  const categoryId = categories.data.find(({ id }) => id === category)?.id ?? categories.data[0]?.id ?? '';
  const fromPostId = posts.data.find(({ id }) => id === from)?.id ?? own.id;
  const show = (search: { category: string; from: string }) => void navigate({ to: '/channel', search, replace: true });
  return (
    <main className={classes.place}>
      <h1>{t('channel.title')}</h1>
      <p className="soft">
        {t('channel.why')} <WhatIs word="channel" />
      </p>
      {categoryId === '' ? (
        <p>{t('channel.none')}</p>
      ) : (
        <>
          <div className={classes.asked}>
            <NativeSelect
              label={t('channel.category')}
              data={categories.data.map(({ id, name }) => ({ value: id, label: translate(name) }))}
              value={categoryId}
              onChange={(event) => show({ category: event.currentTarget.value, from: fromPostId })}
            />
            <NativeSelect
              label={t('channel.from')}
              data={posts.data.map(({ id, marking, designation }) => ({
                value: id,
                label: `${marking} · ${translate(designation)}`,
              }))}
              value={fromPostId}
              onChange={(event) => show({ category: categoryId, from: event.currentTarget.value })}
            />
          </div>
          <WayShown categoryId={categoryId} fromPostId={fromPostId} />
        </>
      )}
      {SEE_FIGURES.some((role) => own.roles.includes(role)) && <LevelFigures />}
    </main>
  );
}

function WayShown({ categoryId, fromPostId }: { categoryId: string; fromPostId: string }) {
  const { t, day, number, marking } = useTranslations('channel');
  const { data: way, error } = useWay(categoryId, fromPostId);
  if (error) return <RefusalLine error={error} />;
  if (!way) return <Waiting />;
  if (way.fromOn === null) return <p>{t('channel.noPower')}</p>;
  const [first] = way.rungs;
  const final = way.rungs.find(({ isFinal }) => isFinal);
  return (
    <section className={`${classes.way ?? ''} card`} aria-live="polite">
      <p>
        {way.rungs.length === 1
          ? t('channel.disposesItself', { post: marking(first?.post) })
          : t('channel.goes', { place: number(way.levels), post: marking(final?.post) || '—' })}
      </p>
      <Ladder rungs={way.rungs} label={t('ladder.label')} />
      <p className="soft small">{t('channel.since', { day: day(way.fromOn) })}</p>
      {way.levels > MOST_LEVELS && <p role="status">{t('channel.tooMany', { place: number(MOST_LEVELS) })}</p>}
      {way.reason !== null && <p>{t('channel.reason', { reason: way.reason })}</p>}
    </section>
  );
}

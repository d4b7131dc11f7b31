import type { DiscussionAnswered, DiscussionParticipant, Named, PostRef } from '@patravali/contract';
import { Fragment, useId } from 'react';
import { useTranslations } from '../../language/use-translations';
import { Post } from '../../organisation/Post';
import { Time } from '../../ui/Time';
import classes from '../note.module.css';

/** Who took part in what a discussion note records, and whether they have confirmed it. */
export function Participants({ participants }: { participants: readonly Named<DiscussionParticipant>[] }) {
  const { t, translate, marking } = useTranslations();
  const title = useId();
  if (participants.length === 0) return null;
  return (
    <div className={classes.participants}>
      <p id={title} className={classes.kind}>
        {t('note.participants')}
      </p>
      <ul aria-labelledby={title}>
        {participants.map(({ post, person, answered }) => (
          <li key={post.id}>
            <span>
              <strong>{translate(person)}</strong>, {translate(post.designation)} ·{' '}
              <span className="mono">{marking(post)}</span>
            </span>
            <Answer answered={answered} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A sign and words: a colour alone would say nothing to some. */
export function Answer({ answered }: { answered: Named<DiscussionAnswered> | null }) {
  const { t, day } = useTranslations();
  if (!answered) return <span className="soft">{t('discussion.awaited')}</span>;
  if (answered.answer === 'confirmed')
    return (
      <span className={classes.confirmed}>
        <span aria-hidden>✓ </span>
        {t('discussion.confirmedOn', { day: day(answered.at) })}
      </span>
    );
  return (
    <span className={classes.notConfirmed}>
      <span aria-hidden>✗ </span>
      {t('discussionAnswer.not_confirmed')} (<Time at={answered.at} form="day" />
      ): <q>{answered.remarks}</q>
    </span>
  );
}

/** Those named in a note that is not frozen yet: nobody has been asked. */
export function DiscussedWithLine({ posts }: { posts: readonly PostRef[] }) {
  const { t } = useTranslations();
  if (posts.length === 0) return null;
  return (
    <p className={classes.kind}>
      {t('note.discussedWith')}:
      {posts.map((post, index) => (
        <Fragment key={post.id}>
          {index > 0 && ','} <Post post={post} />
        </Fragment>
      ))}
    </p>
  );
}

import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { sessionQuery } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { setActingPost } from '../../api/session/acting-post';
import { useSignOut } from '../use-sign-out';
import classes from './DemoPeople.module.css';
import { SignInLayout } from './SignInLayout';

/** Which of one's posts this tab acts from; `withoutPost` is shown to somebody who holds none. */
export function ChoosePostPage({ withoutPost }: { withoutPost: ReactNode }) {
  const { t, translate, marking } = useTranslations();
  const { next } = useSearch({ from: '/choose-post' });
  const { data: session } = useSuspenseQuery(sessionQuery);
  const router = useRouter();
  const signOut = useSignOut();
  const isWithoutPost = session.posts.length === 0;
  return (
    <SignInLayout title={t('session.greeting', { name: translate(session.user.name) })} wide={isWithoutPost}>
      {isWithoutPost ? (
        <>
          <p role="alert">{t('session.noPost')}</p>
          {withoutPost}
        </>
      ) : (
        <p className="soft">{t('session.choosePost')}</p>
      )}
      <div className={classes.people}>
        <ul>
          {session.posts.map((post) => (
            <li key={post.id}>
              <button
                type="button"
                onClick={() => {
                  setActingPost(post.id);
                  router.history.push(next?.startsWith('/') === true && !next.startsWith('//') ? next : '/');
                }}
              >
                <span className={classes.name}>{translate(post.designation)}</span>
                <span className="mono small">{marking(post)}</span>
                <span className={classes.designation}>
                  {translate(post.unit)} · {t(`capacity.${post.capacity}`)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <Button variant="default" mt="md" onClick={signOut}>
        {t('session.signOut')}
      </Button>
    </SignInLayout>
  );
}

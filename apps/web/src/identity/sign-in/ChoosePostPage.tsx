import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { sessionQuery } from '../../api/queries';
import { useLanguage } from '../../language/use-language';
import { actFrom } from '../../api/acting-post';
import classes from './DemoPeople.module.css';
import { FrontDoor } from './SignInLayout';

/** Which of one's posts this tab acts from. */
export function ChoosePostPage() {
  const { t, say } = useLanguage();
  const { next } = useSearch({ from: '/choose-post' });
  const { data: session } = useSuspenseQuery(sessionQuery);
  const router = useRouter();
  return (
    <FrontDoor title={t('session.greeting', { name: say(session.user.name) })}>
      {session.posts.length === 0 ? (
        <p role="alert">{t('session.noPost')}</p>
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
                  actFrom(post.id);
                  router.history.push(next?.startsWith('/') === true && !next.startsWith('//') ? next : '/');
                }}
              >
                <span className={classes.name}>{say(post.designation)}</span>
                <span className="mono small">{post.marking}</span>
                <span className={classes.designation}>
                  {say(post.unit)} · {t(`capacity.${post.capacity}`)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </FrontDoor>
  );
}

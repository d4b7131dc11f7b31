import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useActing } from '../../identity/use-session';
import { useTranslations } from '../../language/use-translations';
import classes from './FirstSteps.module.css';
import { firstStepsOf } from './first-steps';

/** In the demo office: what to try first as this person, above the desk, until it is put away in this browser. */
export function FirstSteps() {
  const { t, translate } = useTranslations();
  const { session, post } = useActing();
  const onDesk = useRouterState({ select: ({ location }) => /^\/(desk\/|search)/.test(location.pathname) });
  const stored = `patravali.firstSteps.${session.user.username}`;
  const [away, setAway] = useState<readonly string[]>([]);
  if (!session.demo || !onDesk || away.includes(stored) || localStorage.getItem(stored) === 'away') return null;
  return (
    <section className={classes.card} aria-labelledby="first-steps">
      <header>
        <h2 id="first-steps">
          {t('firstSteps.title', { name: translate(session.user.name), post: translate(post.designation) })}
        </h2>
        <button
          type="button"
          onClick={() => {
            localStorage.setItem(stored, 'away');
            setAway([...away, stored]);
          }}
        >
          {t('firstSteps.putAway')}
        </button>
      </header>
      <ol>
        {firstStepsOf(post).map(({ text, link }) => (
          <li key={text}>
            <Link {...link}>{t(text)}</Link>
          </li>
        ))}
      </ol>
    </section>
  );
}

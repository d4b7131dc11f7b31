import { Link } from '@tanstack/react-router';
import { useActing } from '../../api/use-session';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useTranslations } from '../../language/use-translations';
import classes from './FirstSteps.module.css';
import { firstStepsOf } from './first-steps';
import { usePutAway } from './put-away';

/** In the demo office: what to try first as this person, until it is put away in this browser. */
export function FirstSteps() {
  const { t, translate } = useTranslations('first-steps');
  const { session, post } = useActing();
  const [away, setAway] = usePutAway(session.user.username);
  if (away) return null;
  return (
    <section className={classes.card} aria-labelledby="first-steps">
      <header>
        <h2 id="first-steps">
          {t('firstSteps.title', { name: translate(session.user.name), post: translate(post.designation) })}
        </h2>
        <button type="button" onClick={() => setAway(true)}>
          {t('firstSteps.putAway')}
        </button>
      </header>
      <ol>
        {firstStepsOf(post).map(({ text, link, keys }) => (
          <li key={text}>
            <Link {...link}>{t(text)}</Link>
            {keys && <Kbd keys={keys} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

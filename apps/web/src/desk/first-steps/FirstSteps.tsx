import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useActing } from '../../api/use-session';
import { Kbd } from '../../ui/keyboard/Kbd';
import { PanelButton } from '../../ui/panel/PanelButton';
import { useTranslations } from '../../language/use-translations';
import classes from './FirstSteps.module.css';
import { firstStepsOf } from './first-steps';
import { useGone, usePutAway } from './put-away';

/** In the demo office: what to try first as this person, behind a pill that says how far one is; until it is put away in this browser. */
export function FirstSteps() {
  const { t, translate } = useTranslations('first-steps');
  const { session, post } = useActing();
  const { username, name } = session.user;
  const [away, setAway] = usePutAway(username);
  const [gone, go] = useGone(username);
  const [opened, setOpened] = useState(false);
  if (away) return null;
  const steps = firstStepsOf(post);
  const done = steps.filter(({ text }) => gone.includes(text)).length;
  const title = t('firstSteps.title', { name: translate(name), post: translate(post.designation) });
  return (
    <div className={`${classes.place ?? ''} not-printed`}>
      <PanelButton
        opened={opened}
        onChange={setOpened}
        button={t('firstSteps.pill', { done, of: steps.length })}
        className={classes.pill}
        label={title}
        side="above"
      >
        <div className={classes.card}>
          <h2>{title}</h2>
          <ol>
            {steps.map(({ text, link, keys }) => (
              <li key={text}>
                <Link
                  {...link}
                  onClick={() => {
                    go(text);
                    setOpened(false);
                  }}
                >
                  {t(text)}
                </Link>
                {keys && <Kbd keys={keys} />}
                {gone.includes(text) && (
                  <span className={classes.done} role="img" aria-label={t('firstSteps.done')}>
                    ✓
                  </span>
                )}
              </li>
            ))}
          </ol>
          <button type="button" onClick={() => setAway(true)}>
            {t('firstSteps.putAway')}
          </button>
        </div>
      </PanelButton>
    </div>
  );
}

import { Popover } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useActing } from '../../api/use-session';
import { Kbd } from '../../ui/keyboard/Kbd';
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
  return (
    <div className={`${classes.place ?? ''} not-printed`}>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="top-start"
        width="min(420px, 100vw - 16px)"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <button type="button" className={classes.pill} onClick={() => setOpened((open) => !open)}>
            {t('firstSteps.pill', { done, of: steps.length })}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-labelledby="first-steps">
          <div className={classes.card}>
            <h2 id="first-steps">
              {t('firstSteps.title', { name: translate(name), post: translate(post.designation) })}
            </h2>
            <ol>
              {steps.map(({ text, link, keys }) => (
                <li key={text} data-done={gone.includes(text) || undefined}>
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
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

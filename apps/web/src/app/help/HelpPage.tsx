import { Link } from '@tanstack/react-router';
import { useActing } from '../../api/use-session';
import { firstStepsOf } from '../../desk/first-steps/first-steps';
import { HELP_WORDS } from '../../help/help-words';
import { useTranslations } from '../../language/use-translations';
import { Kbd } from '../../ui/keyboard/Kbd';
import rows from '../../ui/page/rows-page.module.css';
import { useTitle } from '../../ui/page/use-title';
import classes from './HelpPage.module.css';

const KEYS = [
  ['?', 'help.keys.all'],
  ['ctrl+K', 'help.keys.palette'],
  ['/', 'help.keys.search'],
] as const;

/** How one begins in the role of the acting post, the three keys that lead to all others, and the words of the office. */
export function HelpPage() {
  const { t, translate } = useTranslations('help', 'first-steps');
  const { post } = useActing();
  useTitle(t('help.title'));
  return (
    <main className={rows.place}>
      <h1>{t('help.of', { post: translate(post.designation) })}</h1>
      <section aria-labelledby="help-steps">
        <h2 id="help-steps">{t('help.begin')}</h2>
        <ol className={classes.steps}>
          {firstStepsOf(post).map(({ text, link, keys }) => (
            <li key={text}>
              <Link {...link}>{t(text)}</Link> {keys && <Kbd keys={keys} />}
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="help-keys">
        <h2 id="help-keys">{t('help.keys')}</h2>
        <dl className={classes.keys}>
          {KEYS.map(([key, does]) => (
            <div key={key}>
              <dt>
                <Kbd keys={key} />
                <span className="visually-hidden">{key}</span>
              </dt>
              <dd>{t(does)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="help-words">
        <h2 id="help-words">{t('help.words')}</h2>
        <dl className={classes.words}>
          {HELP_WORDS.map((word) => (
            <div key={word}>
              <dt>{t(`help.word.${word}`)}</dt>
              <dd>{t(`help.meaning.${word}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </main>
  );
}

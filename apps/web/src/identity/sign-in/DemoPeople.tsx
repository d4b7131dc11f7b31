import type { Welcome } from '@patravali/contract';
import { useSignInAsDemoPerson } from '../api';
import { useTranslations } from '../../language/use-translations';
import { useRefusal } from '../../ui/use-refusal';
import { useAfterSignIn } from './after-sign-in';
import classes from './DemoPeople.module.css';

interface Props {
  people: Welcome['demoPeople'];
  next: string | undefined;
}

/** The people of the demo office; one press signs in as one of them. */
export function DemoPeople({ people, next }: Props) {
  const { t, translate } = useTranslations();
  const signIn = useSignInAsDemoPerson();
  const afterSignIn = useAfterSignIn(next);
  const refused = useRefusal();
  return (
    <section className={classes.people} aria-labelledby="demo-people">
      <h2 id="demo-people">{t('session.demoTitle')}</h2>
      <p className="soft">{t('session.demoWhy')}</p>
      <ul>
        {people.map((person) => (
          <li key={person.username}>
            <button
              type="button"
              // Also once signed in, until the next page is there: a second press would sign in a second time.
              disabled={signIn.isPending || signIn.isSuccess}
              onClick={() =>
                signIn.mutate({ body: { username: person.username } }, { onSuccess: afterSignIn, onError: refused })
              }
            >
              <span className={classes.name}>{translate(person.name)}</span>
              <span className="mono small">{person.posts.map((post) => post.marking).join(' · ')}</span>
              <span className={classes.designation}>
                {person.posts.map((post) => translate(post.designation)).join(', ')}
              </span>
              <span className={classes.shows}>{translate(person.shows)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

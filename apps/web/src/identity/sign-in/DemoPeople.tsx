import type { Welcome } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { useRefusal } from '../../ui/notices/use-refusal';
import { useAfterSignIn } from './after-sign-in';
import classes from './DemoPeople.module.css';

interface Props {
  people: Welcome['demoPeople'];
  next: string | undefined;
}

/** The people of the demo office; one press signs in as one of them. */
export function DemoPeople({ people, next }: Props) {
  const { t, translate, marking } = useTranslations();
  const signIn = useCommand('signInAsDemoPerson');
  const afterSignIn = useAfterSignIn(next);
  const refused = useRefusal();
  // Whoever has something to show has a card; the rest of the office is there for the files that go to them.
  const [guides, others] = [
    people.filter(({ shows }) => shows.en !== ''),
    people.filter(({ shows }) => shows.en === ''),
  ];
  const press = (username: string) => ({
    type: 'button' as const,
    // Also once signed in, until the next page is there: a second press would sign in a second time.
    disabled: signIn.isPending || signIn.isSuccess,
    onClick: () => signIn.mutate({ body: { username } }, { onSuccess: afterSignIn, onError: refused }),
  });
  /** The assistant of an officer is not to be taken for him. */
  const shownPost = ({ designation, capacity }: Props['people'][number]['posts'][number]) =>
    translate(designation) +
    (capacity === 'assistant' || capacity === 'operator' ? ` (${t(`capacity.${capacity}`)})` : '');
  const markings = (posts: Props['people'][number]['posts']) => posts.map((post) => marking(post)).join(' · ');
  return (
    <section className={classes.people} aria-labelledby="demo-people">
      <h2 id="demo-people">{t('session.demoTitle')}</h2>
      <p className="soft">{t('session.demoWhy')}</p>
      <ul>
        {guides.map((person) => (
          <li key={person.username}>
            <button {...press(person.username)}>
              <span className={classes.name}>{translate(person.name)}</span>
              <span className="mono small">{markings(person.posts)}</span>
              <span className={classes.designation}>{person.posts.map(shownPost).join(', ')}</span>
              <span className={classes.shows}>{translate(person.shows)}</span>
            </button>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h3>{t('session.demoOthers')}</h3>
          <ul className={classes.others}>
            {others.map((person) => (
              <li key={person.username}>
                <button {...press(person.username)}>
                  <span>{translate(person.name)}</span> <span className="mono small">{markings(person.posts)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

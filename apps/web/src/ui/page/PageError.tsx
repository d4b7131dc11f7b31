import { ProblemError } from '../../api/problem-error';
import { useTranslations } from '../../language/use-translations';
import { useSentence } from '../notices/use-refusal';
import classes from './page.module.css';
import { ErrorActions } from './ErrorActions';

/** In the place of what could not be read: the sentence that says why, and where to go from here. */
export function PageError({ error }: { error: unknown }) {
  const { t } = useTranslations();
  const sentence = useSentence();
  return (
    <main className={classes.error}>
      <div role="alert">
        <h1>{t(titleOf(error))}</h1>
        <p>{sentence(error)}</p>
      </div>
      <ErrorActions />
    </main>
  );
}

/** What was not found, what the person may not, and what did not come for another reason are told apart. */
function titleOf(error: unknown) {
  const status = error instanceof ProblemError ? error.problem.status : null;
  if (status === 404) return 'page.notFoundTitle';
  return status === 403 ? 'page.notAllowedTitle' : 'page.notShownTitle';
}

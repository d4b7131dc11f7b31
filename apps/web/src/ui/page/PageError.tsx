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
        <h1>{t('page.notFoundTitle')}</h1>
        <p>{sentence(error)}</p>
      </div>
      <ErrorActions />
    </main>
  );
}

import { useTranslations } from '../../language/use-translations';
import { useSentence } from '../use-refusal';
import classes from './page.module.css';

/** In the place of a file, draft or issue that could not be read: the sentence that says why. */
export function PageError({ error }: { error: unknown }) {
  const { t } = useTranslations();
  const sentence = useSentence();
  return (
    <main className={classes.error} role="alert">
      <h1>{t('page.notFoundTitle')}</h1>
      <p>{sentence(error)}</p>
    </main>
  );
}

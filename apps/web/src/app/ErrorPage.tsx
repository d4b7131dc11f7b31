import { Button } from '@mantine/core';
import { useTranslations } from '../language/use-translations';
import { MissingPart } from '../parts/lazy-import';
import classes from './ErrorPage.module.css';
import { PartMissing } from '../ui/page/PartMissing';
import { ErrorActions } from '../ui/page/ErrorActions';
import { useSentence } from '../ui/notices/use-refusal';

/** Shown in place of a page that failed: the sentence that says why, and where to go from here. */
export function ErrorPage({ error, reset }: { error: unknown; reset?: () => void }) {
  const { t } = useTranslations();
  const sentence = useSentence();
  if (error instanceof MissingPart)
    return (
      <main className={classes.place}>
        <PartMissing missing={error} heading="h1" />
      </main>
    );
  return (
    <main className={classes.place} role="alert">
      <h1 className={classes.title}>{t('page.brokenTitle')}</h1>
      <p>{sentence(error)}</p>
      <p className={classes.actions}>
        {reset && <Button onClick={reset}>{t('page.tryAgain')}</Button>}
        <Button component="a" href="/" variant="default">
          {t('page.toDesk')}
        </Button>
      </p>
    </main>
  );
}

export function NotFound() {
  const { t } = useTranslations();
  return (
    <main className={classes.place}>
      <h1 className={classes.title}>{t('page.notFoundTitle')}</h1>
      <p>{t('page.notFoundWhy')}</p>
      <ErrorActions />
    </main>
  );
}

import type { FileRow, Named } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { useSentence } from '../../ui/use-refusal';
import type { RefusedFiles, useCheck } from './api';
import classes from './bulk.module.css';
import { RefusedList } from './RefusedList';

interface ForetoldProps {
  files: readonly Named<FileRow>[];
  check: ReturnType<typeof useCheck>;
}

/** What the act would do to each file: how many it touches, and which it cannot, and why. */
export function Foretold({ files, check: { data: refused, error, isFetching } }: ForetoldProps) {
  const { t } = useTranslations();
  const sentence = useSentence();
  if (error) return <p role="alert">{sentence(error)}</p>;
  if (!refused) return isFetching ? <p className="soft small">{t('bulk.checking')}</p> : null;
  return (
    <section className={classes.foretold} aria-live="polite" aria-busy={isFetching}>
      <p>{t('bulk.possible', { count: possible(files, refused) })}</p>
      {refused.size > 0 && (
        <>
          <p>{t('bulk.impossible', { count: files.length - possible(files, refused) })}</p>
          <RefusedList files={files} refused={refused} />
        </>
      )}
    </section>
  );
}

export const possible = (files: readonly { id: string }[], refused: RefusedFiles): number =>
  files.filter(({ id }) => !refused.has(id)).length;

import { CloseButton, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslations } from '../../../language/use-translations';
import type { Find } from './use-find';
import classes from '../page/viewer.module.css';

/** Looks for words in the document: Enter goes to the next hit, Shift+Enter to the one before. */
export function FindBox({ find }: { find: Find }) {
  const { t } = useTranslations();
  const act = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
    if (event.key === 'Escape') find.close();
  };
  return (
    <search className={classes.findBox}>
      <TextInput
        type="search"
        size="xs"
        autoFocus
        aria-label={t('viewer.find')}
        placeholder={t('viewer.find')}
        onChange={(event) => find.search(event.currentTarget.value)}
        onKeyDown={act}
      />
      <span aria-live="polite">
        {find.hits.length === 0
          ? t('viewer.noHits')
          : t('viewer.hitOf', { hit: find.index + 1, hits: find.hits.length })}
      </span>
      <CloseButton size="sm" onClick={find.close} aria-label={t('viewer.findClose')} />
    </search>
  );
}

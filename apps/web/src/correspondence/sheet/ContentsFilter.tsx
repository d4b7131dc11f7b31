import { TextInput } from '@mantine/core';
import { useRef } from 'react';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import chips from '../../ui/list/list-page.module.css';
import classes from './correspondence.module.css';
import type { LetterKind } from './letters-shown';

interface ContentsFilterProps {
  typed: string;
  onType: (typed: string) => void;
  /** What can be chosen, and what is. */
  kinds: readonly LetterKind[];
  kind: LetterKind;
  onKind: (kind: LetterKind) => void;
  /** How many letters are shown, of how many. */
  count: { shown: number; all: number };
  /** Turns to the first that is shown. */
  onEnter: () => void;
}

/** Narrows a long table of contents, by words and by kind. */
export function ContentsFilter({ typed, onType, kinds, kind, onKind, count, onEnter }: ContentsFilterProps) {
  const { t, number } = useTranslations();
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ key: 'i', label: t('correspondence.keyFilter'), run: () => field.current?.focus() }], true);
  return (
    <div className={classes.filter} role="group" aria-label={t('correspondence.filter')}>
      <TextInput
        ref={field}
        type="search"
        size="xs"
        className={classes.filterField}
        aria-label={t('correspondence.filterWords')}
        placeholder={t('correspondence.filterWords')}
        rightSection={typed === '' && <Kbd keys="i" />}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter();
        }}
      />
      {kinds.map((one) => (
        <button key={one} type="button" className={chips.chip} aria-pressed={one === kind} onClick={() => onKind(one)}>
          {t(`correspondence.only.${one}`)}
        </button>
      ))}
      <span className="soft small" role="status">
        {count.shown < count.all && t('correspondence.shownOf', { shown: number(count.shown), all: number(count.all) })}
      </span>
    </div>
  );
}

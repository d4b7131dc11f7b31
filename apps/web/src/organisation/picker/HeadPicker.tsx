import type { Bilingual, NumberHead } from '@patravali/contract';
import { Skeleton, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useNumberHeads } from '../api';
import { today } from '../../language/dates';
import { useTranslations } from '../../language/use-translations';
import { findByWords } from './find-by-words';
import classes from './HeadPicker.module.css';

interface Props {
  value: string | null;
  onChange: (headId: string) => void;
  /** The unit in whose series the number will be. */
  unit: Bilingual;
  error?: ReactNode;
}

/** Finds the number head by its series, its parts or its title, and shows how the number will read. */
export function HeadPicker({ value, onChange, unit, error }: Props) {
  const { t, translate } = useTranslations('numbers');
  const { data: heads, isPending } = useNumberHeads();
  const [typed, setTyped] = useState('');
  const name = useId();
  const found = findByWords(heads ?? [], typed, textOf);
  const chosen = heads?.find((head) => head.id === value);
  const [first] = found;
  // Who types quickly presses Enter before the heads have come: it counts once they are there.
  const [enteredEarly, setEnteredEarly] = useState(false);
  useEffect(() => {
    if (!enteredEarly || isPending) return;
    setEnteredEarly(false);
    if (first) onChange(first.id);
  }, [enteredEarly, isPending, first, onChange]);
  return (
    <div>
      <TextInput
        label={t('desk.head')}
        data-letters="numbers"
        description={t('desk.headWhy')}
        placeholder={t('desk.headPlaceholder')}
        value={typed}
        error={error}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setEnteredEarly(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(first || isPending)) return;
          event.preventDefault();
          if (first) onChange(first.id);
          else setEnteredEarly(true);
        }}
      />
      {isPending && <Skeleton height={120} mt={8} />}
      <ul className={classes.heads} role="radiogroup" aria-label={t('desk.head')} hidden={isPending}>
        {found.map((head) => (
          <li key={head.id} role="presentation">
            <label className={classes.head}>
              <input
                type="radio"
                className="visually-hidden"
                name={name}
                checked={head.id === value}
                onChange={() => onChange(head.id)}
              />
              <span className="mono">{head.series}</span>
              <span>{translate(head.title)}</span>
              <span className="soft small mono">{partsOf(head)}</span>
            </label>
          </li>
        ))}
        {found.length === 0 && !isPending && <li className="soft">{t('desk.noHead')}</li>}
      </ul>
      {chosen && (
        <p className={classes.number} aria-live="polite">
          {t('desk.numberWillRead')} <strong>{`${chosen.series}/…/${today().slice(0, 4)}-…`}</strong>{' '}
          <span className="soft small">{t('desk.numberWhy', { unit: translate(unit) })}</span>
        </p>
      )}
    </div>
  );
}

function partsOf(head: NumberHead): string {
  return [head.basic, head.primary, head.secondary, head.tertiary].filter((part) => part !== null).join(' · ');
}

const textOf = (head: NumberHead) => `${head.series} ${partsOf(head)} ${head.title.hi} ${head.title.en}`;

import { TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { Rows } from '../../api/lists/use-list';
import { useTranslations } from '../../language/use-translations';
import classes from './file-choice.module.css';

interface FileChoiceProps<Row> {
  label: string;
  typed: string;
  onType: (typed: string) => void;
  rows: Pick<Rows<Row>, 'items' | 'isPending' | 'isFetching'>;
  chosen: Row | null;
  onChoose: (row: Row) => void;
}

const bringIntoSight = (button: HTMLButtonElement | null) => button?.scrollIntoView({ block: 'nearest' });

/** Files to choose one from; words narrow them, arrows go through them, Enter takes the first. */
export function FileChoice<Row extends { id: string; number: string; subject: string }>({
  label,
  typed,
  onType,
  rows,
  chosen,
  onChoose,
}: FileChoiceProps<Row>) {
  const { t } = useTranslations();
  const place = rows.items.findIndex(({ id }) => id === chosen?.id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
    const next = nextPlace(event.key, place);
    const row = next === null ? undefined : rows.items[next];
    if (!row) return;
    event.preventDefault();
    if (!rows.isFetching) onChoose(row);
  };
  return (
    <>
      <TextInput
        label={label}
        placeholder={t('page.searchPlaceholder')}
        value={typed}
        autoFocus
        onKeyDown={onKeyDown}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <ul className={classes.files} aria-busy={rows.isFetching}>
        {rows.items.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              ref={row.id === chosen?.id ? bringIntoSight : undefined}
              aria-pressed={row.id === chosen?.id}
              onClick={() => onChoose(row)}
            >
              <span className="mono">{row.number}</span> {row.subject}
            </button>
          </li>
        ))}
        {rows.items.length === 0 && !rows.isPending && <li className="soft">{t('desk.emptySearch')}</li>}
      </ul>
    </>
  );
}

/** Where a key leads from the chosen row, which is at -1 while none is chosen; null when it leads nowhere. */
function nextPlace(key: string, place: number): number | null {
  if (key === 'ArrowDown') return place + 1;
  if (key === 'ArrowUp') return place - 1;
  return key === 'Enter' && place < 0 ? 0 : null;
}

import { TextInput } from '@mantine/core';
import type { Rows } from '../../api/use-list';
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

/** Files to choose one from; words narrow them. */
export function FileChoice<Row extends { id: string; number: string; subject: string }>({
  label,
  typed,
  onType,
  rows,
  chosen,
  onChoose,
}: FileChoiceProps<Row>) {
  const { t } = useTranslations();
  return (
    <>
      <TextInput
        label={label}
        placeholder={t('page.searchPlaceholder')}
        value={typed}
        autoFocus
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <ul className={classes.files} aria-busy={rows.isFetching}>
        {rows.items.map((row) => (
          <li key={row.id}>
            <button type="button" aria-pressed={row.id === chosen?.id} onClick={() => onChoose(row)}>
              <span className="mono">{row.number}</span> {row.subject}
            </button>
          </li>
        ))}
        {rows.items.length === 0 && !rows.isPending && <li className="soft">{t('desk.emptySearch')}</li>}
      </ul>
    </>
  );
}

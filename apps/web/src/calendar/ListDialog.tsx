import { FileInput } from '@mantine/core';
import { type DayListRead, MOST_LIST_BYTES } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import classes from '../establishment/establishment.module.css';
import { useTranslations } from '../language/use-translations';
import { readAsBase64 } from '../signing/read-chosen-file';
import { FormDialog } from '../ui/FormDialog';
import { TableScroller } from '../ui/page/TableScroller';
import { kindOfDay } from './day-kinds';
import { DeclareDialog } from './DeclareDialog';

/** Takes in the list of a year: read first, with what it would change or what is wrong in it, then declared. */
export function ListDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t, number } = useTranslations('calendar');
  const readList = useCommand('readDayList');
  const [file, setFile] = useState<File | null>(null);
  const [read, setRead] = useState<DayListRead | null>(null);
  const fresh = read?.days.filter(({ change }) => change !== 'same') ?? [];
  if (read && fresh.length > 0) {
    const counted = (change: DayListRead['days'][number]['change']) =>
      number(read.days.filter((day) => day.change === change).length);
    return (
      <DeclareDialog
        title={t('calendar.listOf', { year })}
        year={year}
        days={fresh.map(({ declared }) => declared)}
        sentence={t('calendar.wouldChange', {
          added: counted('added'),
          changed: counted('changed'),
          same: counted('same'),
        })}
        more={<ReadDays read={read} />}
        onClose={onClose}
      />
    );
  }
  const isTooLarge = file !== null && file.size > MOST_LIST_BYTES;
  const act = async () => {
    if (!file) return;
    const list = await readAsBase64(file, t('calendar.fileUnreadable'));
    setRead(await readList.mutateAsync({ body: { year, list } }));
  };
  return (
    <FormDialog
      title={t('calendar.listOf', { year })}
      act={t('calendar.read')}
      incomplete={file === null || isTooLarge}
      size={640}
      onSubmit={act}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('calendar.listWhy')}</p>
      <FileInput
        label={t('calendar.listFile')}
        placeholder={t('calendar.choose')}
        accept=".xlsx,.csv,text/csv"
        value={file}
        onChange={(chosen) => {
          setFile(chosen);
          setRead(null);
        }}
        error={isTooLarge ? t('calendar.fileTooLarge') : undefined}
        data-autofocus
      />
      {read && <WhatIsWrong read={read} year={year} />}
    </FormDialog>
  );
}

/** What is wrong, row by row; or that all of it is there already. */
function WhatIsWrong({ read: { mistakes }, year }: { read: DayListRead; year: number }) {
  const { t } = useTranslations('calendar');
  if (mistakes.length === 0) return <p role="alert">{t('calendar.nothingNew')}</p>;
  return (
    <div role="alert">
      <p>{t('calendar.mistakes')}</p>
      <ul>
        {mistakes.map(({ row, column, code }) => (
          <li key={`${row} ${column} ${code}`}>
            {t('calendar.mistake', {
              row,
              column: t(`calendar.${column}`),
              what: t(`calendar.mistakes.${code}`, { year }),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function ReadDays({ read: { days } }: { read: DayListRead }) {
  const { t, day, translate } = useTranslations('calendar');
  return (
    <TableScroller label={t('calendar.list')}>
      <table className={classes.table}>
        <tbody>
          {days.map(({ row, declared, change }) => (
            <tr key={row}>
              <th scope="row">{day(declared.day)}</th>
              <td>{translate(declared.name)}</td>
              <td>{t(`calendar.kinds.${kindOfDay(declared)}`)}</td>
              <td>{t(`calendar.changes.${change}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroller>
  );
}

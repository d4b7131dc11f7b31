import type { OperationId } from '@patravali/contract';
import { Button, Skeleton } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Rows } from '../../api/lists/use-list';
import { useDownload } from '../use-download';
import { readDay } from '../../language/read-day';
import { useTranslations } from '../../language/use-translations';
import { announce } from '../notices/announcements';
import { useTitle } from '../page/use-title';
import { YourTurn } from '../YourTurn';
import { DayRange } from '../DayRange';
import type { Range } from './range';
import { RefusalLine } from '../notices/RefusalLine';
import classes from './Register.module.css';

/** The register as bytes, as far as it is asked for. */
export interface RegisterDownload {
  /** How its name ends. */
  kind: 'pdf' | 'csv' | 'xlsx';
  operation: OperationId;
  load: () => Promise<Blob>;
}

interface Props<Item> {
  title: string;
  /** The same register as a PDF, and for a spreadsheet program. */
  downloads: readonly RegisterDownload[];
  /** What it is narrowed to, which stands on paper too, and how that is changed. */
  filter: ReactNode;
  /** Other tools beside these. */
  tools?: ReactNode;
  rows: Rows<Item>;
  empty: string;
  columns: readonly string[];
  keyOf: (item: Item) => string;
  cells: (item: Item) => readonly ReactNode[];
}

/** A register between two days: on the screen, on paper, as a PDF, and for a spreadsheet program. */
export function RegisterSheet<Item>({
  title,
  downloads,
  filter,
  tools,
  rows,
  empty,
  columns,
  keyOf,
  cells,
}: Props<Item>) {
  const { t, day } = useTranslations();
  const search = useSearch({ from: '/office/with-navigation/registers/$register' });
  const { from, to } = search;
  const range: Range = { from, to };
  const navigate = useNavigate({ from: '/registers/$register' });
  useTitle(title);
  /** What was typed and is no day; the range in the address stays what it was. */
  const [unread, setUnread] = useState<Range>({});
  const set = (change: Range) =>
    void navigate({ search: { ...search, ...change }, params: (params) => params, replace: true });
  const typed = (end: keyof Range) => unread[end] ?? range[end] ?? '';
  const takeDay = (end: keyof Range, one: string) => {
    const isUnread = one !== '' && readDay(one) === null;
    setUnread((known) => ({ ...known, [end]: isUnread ? one : undefined }));
    if (!isUnread) set({ [end]: one === '' ? undefined : one });
  };
  return (
    <main className={classes.place}>
      <div className={classes.head}>
        <h1>{title}</h1>
        <span className={classes.printedRange}>
          {[range.from, range.to].map((one) => (one ? day(one) : '…')).join(' – ')}
        </span>
        <div className={classes.filter}>{filter}</div>
        <div className={`${classes.tools ?? ''} not-printed`}>
          <div className={classes.days}>
            <DayRange size="xs" from={typed('from')} to={typed('to')} onChange={takeDay} />
          </div>
          {tools}
          {downloads.map((download) => (
            <DownloadButton
              key={download.kind}
              {...download}
              name={[title, from, to].filter(Boolean).join(' ')}
              disabled={Object.values(unread).some(Boolean)}
            />
          ))}
          <Button size="compact-sm" variant="default" onClick={() => window.print()}>
            {t('registers.print')}
          </Button>
        </div>
      </div>
      {rows.error ? (
        <RefusalLine error={rows.error} />
      ) : (
        <div className={classes.scroll} aria-busy={rows.isFetching} tabIndex={0} role="region" aria-label={title}>
          <table className={classes.table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.items.map((item) => (
                <tr key={keyOf(item)}>
                  {cells(item).map((cell, index) => (
                    <td key={index}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {rows.isPending && <Skeleton height={180} mt="md" />}
          {!rows.isPending && rows.items.length === 0 && <p className={classes.empty}>{empty}</p>}
          {rows.hasMore && (
            <p className={`${classes.empty ?? ''} not-printed`}>
              <Button variant="default" loading={rows.isFetchingNextPage} onClick={rows.loadMore}>
                {t('page.more')}
              </Button>
            </p>
          )}
        </div>
      )}
    </main>
  );
}

interface DownloadButtonProps extends RegisterDownload {
  name: string;
  disabled: boolean;
}

function DownloadButton({ kind, operation, load, name, disabled }: DownloadButtonProps) {
  const { t } = useTranslations();
  const { isWorking, download } = useDownload();
  const act = () => {
    if (kind === 'pdf') announce(t('registers.pdfBegun'));
    download(`${name}.${kind}`, load);
  };
  return (
    <>
      {kind === 'pdf' && <YourTurn operation={operation} waiting={isWorking} />}
      <Button size="compact-sm" variant="default" disabled={disabled} loading={isWorking} onClick={act}>
        {kind === 'pdf' ? t('registers.pdf') : kind.toUpperCase()}
      </Button>
    </>
  );
}

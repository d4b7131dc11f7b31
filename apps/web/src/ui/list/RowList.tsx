import { Button, Skeleton } from '@mantine/core';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Rows } from '../../api/lists/use-list';
import { useTranslations } from '../../language/use-translations';
import { useKeys } from '../keyboard/keys';
import { useSentence } from '../notices/use-refusal';
import { useTitle } from '../page/use-title';
import { Kbd } from '../keyboard/Kbd';
import classes from './RowList.module.css';
import { type Selection, useSelectionKeys } from './selection';

/** In a window too narrow for a preview, choosing a row opens it. */
const isNarrow = () => window.matchMedia('(max-width: 1080px)').matches;

interface Props<Item> {
  title: string;
  rows: Rows<Item>;
  /** The sentence of an empty list. */
  empty: string;
  chosen: Item | undefined;
  onChoose: (item: Item) => void;
  onOpen: (item: Item) => void;
  row: (item: Item) => ReactNode;
  /** Filters above the rows. */
  head?: ReactNode;
  /** Keys of the preview, told at the foot. */
  foot?: ReactNode;
  /** The heading under which an item stands: printed where it changes from one row to the next. */
  group?: ((item: Item) => string) | undefined;
  /** Below the last row of a group: what there is more of it. */
  groupEnd?: ((last: Item) => ReactNode) | undefined;
  /** One line for a row. */
  dense?: boolean;
  /** Where several rows may be selected for one act. */
  selection?: Selection<Item>;
}

/** Rows that are walked with j and k and opened with Enter. The old rows stay while new ones load. */
export function RowList<Item extends { id: string }>({
  title,
  rows,
  empty,
  chosen,
  onChoose,
  onOpen,
  row,
  head,
  foot,
  group,
  groupEnd,
  dense = false,
  selection,
}: Props<Item>) {
  const { t } = useTranslations();
  const sentence = useSentence();
  useTitle(title);
  const list = useRef<HTMLUListElement>(null);
  const chosenRow = () => list.current?.querySelector<HTMLElement>('[aria-current="true"] > button');
  const at = chosen ? rows.items.indexOf(chosen) : -1;
  const go = (by: number) => {
    const next = rows.items[Math.min(rows.items.length - 1, Math.max(0, at + by))];
    // The focus goes along: Enter would press again the link or button on which it stood.
    if (next) flushSync(() => onChoose(next));
    chosenRow()?.focus();
    if (at + by >= rows.items.length - 1 && rows.hasMore) rows.loadMore();
    return next;
  };
  useSelectionKeys({ items: rows.items, selection, chosen, go });
  useKeys([
    { key: 'j', label: t('keys.next'), run: () => go(1) },
    { key: 'k', label: t('keys.previous'), run: () => go(-1) },
    { key: 'ArrowDown', label: t('keys.next'), run: () => go(1), hidden: true },
    { key: 'ArrowUp', label: t('keys.previous'), run: () => go(-1), hidden: true },
    { key: 'Enter', label: t('keys.open'), run: () => chosen && onOpen(chosen) },
  ]);
  const chosenId = chosen?.id;
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  return (
    <section className={classes.place} aria-label={title}>
      <h1 className="visually-hidden">{title}</h1>
      {head}
      <div className={classes.scroll} aria-busy={rows.isFetching} data-old={rows.isPlaceholderData || undefined}>
        {rows.isPending && !rows.error && <Skeletons label={t('page.loading')} />}
        {rows.error && (
          <p role="alert" className={classes.empty}>
            {sentence(rows.error)}
            <br />
            <Button mt="sm" variant="default" onClick={rows.reload}>
              {t('page.tryAgain')}
            </Button>
          </p>
        )}
        {!rows.isPending && !rows.error && rows.items.length === 0 && (
          <div className={classes.empty}>
            <ClearDesk />
            <p>{empty}</p>
          </div>
        )}
        <ul
          ref={list}
          className={classes.list}
          data-dense={dense || undefined}
          data-selects={selection ? true : undefined}
          data-selecting={selection !== undefined && selection.items.length > 0 ? true : undefined}
        >
          {rows.items.map((item, index) => {
            const heading = group?.(item);
            const before = rows.items[index - 1];
            const after = rows.items[index + 1];
            const more = heading !== undefined && (!after || group?.(after) !== heading) && groupEnd?.(item);
            return (
              <Fragment key={item.id}>
                {heading !== undefined && (!before || group?.(before) !== heading) && (
                  <li className={classes.group}>
                    <h2>{heading}</h2>
                  </li>
                )}
                <li
                  aria-current={item === chosen ? 'true' : undefined}
                  data-selected={selection?.has(item.id) === true ? true : undefined}
                >
                  {selection && <SelectRow item={item} selection={selection} onChoose={onChoose} />}
                  <button
                    type="button"
                    className={classes.row}
                    onClick={() => (isNarrow() ? onOpen(item) : onChoose(item))}
                    onDoubleClick={() => onOpen(item)}
                    onKeyDown={(event) => {
                      if (event.key !== 'Enter') return;
                      event.preventDefault();
                      onOpen(item);
                    }}
                  >
                    {row(item)}
                  </button>
                </li>
                {more && <li className={classes.groupEnd}>{more}</li>}
              </Fragment>
            );
          })}
        </ul>
        {rows.hasMore && (
          <p className={classes.more}>
            <Button variant="default" loading={rows.isFetchingNextPage} onClick={rows.loadMore}>
              {t('page.more')}
            </Button>
          </p>
        )}
      </div>
      <footer className={`${classes.foot ?? ''} not-printed`}>
        <KeyHint keys={['j', 'k']} does={t('desk.keyMove')} />
        <KeyHint keys={['Enter']} does={t('desk.keyOpen')} />
        {foot}
        <KeyHint keys={['?']} does={t('keys.all')} />
      </footer>
    </section>
  );
}

/** A key, or two that belong together, and what they do. */
export function KeyHint({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <span>
      {keys.map((key) => (
        <Kbd key={key} keys={key} />
      ))}{' '}
      {does}
    </span>
  );
}

interface SelectRowProps<Item> {
  item: Item;
  selection: Selection<Item>;
  onChoose: (item: Item) => void;
}

/** The box at the edge of a row, for who selects with the pointer. */
function SelectRow<Item extends { id: string }>({ item, selection, onChoose }: SelectRowProps<Item>) {
  const { t } = useTranslations();
  return (
    <input
      type="checkbox"
      className={classes.select}
      // The key x does the same; so one Tab leads from row to row.
      tabIndex={-1}
      aria-label={t('desk.selectRow')}
      checked={selection.has(item.id)}
      onChange={() => {
        selection.toggle(item.id);
        onChoose(item);
      }}
    />
  );
}

function Skeletons({ label }: { label: string }) {
  return (
    <div role="status">
      <span className="visually-hidden">{label}</span>
      {[0, 1, 2, 3, 4].map((index) => (
        <div key={index} className={classes.row}>
          <Skeleton height={12} width={170} mb={9} />
          <Skeleton height={14} width="62%" mb={9} />
          <Skeleton height={11} width={140} />
        </div>
      ))}
    </div>
  );
}

/** A desk with nothing on it. */
function ClearDesk() {
  return (
    <svg
      width="104"
      height="60"
      viewBox="0 0 104 60"
      aria-hidden
      fill="none"
      stroke="var(--line-strong)"
      strokeWidth="2.2"
    >
      <path d="M4 24h96v7H4zM13 31v25M91 31v25M62 31v14h23V31" />
      <path d="M20 24v-4h26v4M44 12l10 12" stroke="var(--accent)" />
    </svg>
  );
}

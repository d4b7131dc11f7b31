import { type ReactNode, useEffect } from 'react';
import type { Rows } from '../../api/use-list';
import { useTranslations } from '../../language/use-translations';
import { HeldBack } from './HeldBack';
import classes from './list-page.module.css';
import { rememberList } from './neighbours';
import preview from './preview.module.css';
import { RowList } from './RowList';
import { useChosen } from './use-chosen';
import { useHeldBack } from './use-held-back';

interface ListPageProps<Item> {
  title: string;
  rows: Rows<Item>;
  /** The sentence of an empty list. */
  empty: string;
  onOpen: (item: Item) => void;
  row: (item: Item) => ReactNode;
  /** The chosen item beside the list. */
  preview: (item: Item) => ReactNode;
  /** Filters in the place of the title. */
  filters?: ReactNode;
  /** Keys of the preview, told at the foot while something is chosen. */
  previewKeys?: ReactNode;
}

/** A list and, beside it, what is chosen in it: every box of the desk, and what a search has found. */
export function ListPage<Item extends { id: string }>(props: ListPageProps<Item>) {
  const { t } = useTranslations();
  const { title, filters, previewKeys } = props;
  const { items, held, show } = useHeldBack(props.rows);
  const rows = { ...props.rows, items };
  const [chosen, choose] = useChosen(rows);
  const { isPlaceholderData } = rows;
  useEffect(() => {
    if (!isPlaceholderData) rememberList(items);
  }, [items, isPlaceholderData]);
  return (
    <main className={classes.page}>
      <RowList
        {...props}
        rows={rows}
        chosen={chosen}
        onChoose={choose}
        head={
          filters ?? (
            <div className={classes.chips}>
              <span className={classes.title}>{title}</span>
            </div>
          )
        }
        foot={
          <>
            {chosen && previewKeys}
            <HeldBack held={held} show={show} />
          </>
        }
      />
      <aside className={preview.preview} aria-label={t('desk.preview')}>
        {chosen && props.preview(chosen)}
      </aside>
    </main>
  );
}

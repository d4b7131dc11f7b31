import { useLocation, useMatch } from '@tanstack/react-router';
import { type ReactNode, useContext, useEffect } from 'react';
import type { Rows } from '../../api/lists/use-list';
import { useTranslations } from '../../language/use-translations';
import { PausedUpdates } from './PausedUpdates';
import classes from './list-page.module.css';
import { ListTabs } from './list-tabs';
import { rememberList } from './neighbours';
import preview from './preview.module.css';
import { KeyHint, RowList } from './RowList';
import type { Selection } from './selection';
import { useChosen } from './use-chosen';
import { usePausedUpdates } from './use-paused-updates';

export interface ListPageProps<Item> {
  title: string;
  rows: Rows<Item>;
  /** The sentence of an empty list. */
  empty: string;
  onOpen: (item: Item) => void;
  row: (item: Item) => ReactNode;
  /** The chosen item beside the list. */
  preview: (item: Item) => ReactNode;
  /** Filters in the place of the title, or beside the tabs. */
  filters?: ReactNode;
  /** What the keys of the preview do, told at the foot while something is chosen. */
  previewKeys?: Readonly<Record<string, string>> | ((item: Item) => Readonly<Record<string, string>>);
  /** The heading under which an item stands, where rows stand in groups. */
  group?: ((item: Item) => string) | undefined;
  /** Below the last row of a group: what there is more of it. */
  groupEnd?: ((last: Item) => ReactNode) | undefined;
  /** One line for a row. */
  dense?: boolean;
  /** Where several rows may be selected for one act. */
  selection?: Selection<Item>;
  /** In the place of the preview, while rows are selected. */
  selected?: ReactNode;
}

/** A list and, beside it, what is chosen in it: every box of the desk, and what a search has found. */
export function ListPage<Item extends { id: string }>(props: ListPageProps<Item>) {
  const { t } = useTranslations();
  const { title, filters, previewKeys = {} } = props;
  const { href } = useLocation();
  const path = useMatch({ strict: false, select: ({ pathname }) => pathname });
  const { items, held, show } = usePausedUpdates(props.rows);
  const rows = { ...props.rows, items };
  const [chosen, choose] = useChosen(rows, href);
  const told = typeof previewKeys === 'function' ? previewKeys : () => previewKeys;
  const { isPlaceholderData, isPending } = rows;
  useEffect(() => {
    // While another page is on its way, the address is that page's already.
    const isOwn = href.startsWith(path);
    if (isOwn && !isPlaceholderData && !isPending) rememberList(href, items);
  }, [href, path, items, isPlaceholderData, isPending]);
  return (
    <main className={classes.page}>
      <RowList
        {...props}
        rows={rows}
        chosen={chosen}
        onChoose={choose}
        head={<Head title={title} filters={filters} />}
        foot={
          <>
            {chosen &&
              Object.entries(told(chosen)).map(([key, does]) => <KeyHint key={key} keys={[key]} does={does} />)}
            <PausedUpdates held={held} show={show} />
          </>
        }
      />
      <aside className={preview.preview} aria-label={t('desk.preview')}>
        {props.selection && props.selection.items.length > 0 ? props.selected : chosen && props.preview(chosen)}
      </aside>
    </main>
  );
}

/** One row: the tabs with the filters at their end; where there are no tabs, the filters or the title. */
function Head({ title, filters }: Pick<ListPageProps<unknown>, 'title' | 'filters'>) {
  const tabs = useContext(ListTabs);
  if (tabs)
    return (
      <div className={`${classes.head ?? ''} not-printed`}>
        {tabs}
        {filters && <div className={classes.tools}>{filters}</div>}
      </div>
    );
  return (
    filters ?? (
      <div className={classes.chips}>
        <span className={classes.title}>{title}</span>
      </div>
    )
  );
}

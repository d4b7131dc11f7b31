import type { SearchFilter } from '@patravali/contract';
import type { ReactNode } from 'react';
import { useTranslations } from '../language/use-translations';
import { ListPage } from '../ui/list/ListPage';
import type { Rows } from '../api/lists/use-list';
import type { Kind } from './narrowing/kinds';
import { FILTER_NAMES } from './narrowing/LeftOut';

const NO_ROWS: Rows<{ id: string }> = {
  items: [],
  list: 'none',
  isPending: false,
  isFetching: false,
  isFetchingNextPage: false,
  isPlaceholderData: false,
  error: null,
  hasMore: false,
  loadMore: () => undefined,
  reload: () => undefined,
};

interface NothingSuchProps {
  q: string | undefined;
  kind: Kind;
  /** To which it is narrowed, and the kind has none. */
  lacks: readonly SearchFilter[];
  above: ReactNode;
}

/** Nobody is asked for the sender of a note: the sentence says so. */
export function NothingSuch({ q, kind, lacks, above }: NothingSuchProps) {
  const { t } = useTranslations('search');
  const filters = lacks.map((filter) => t(FILTER_NAMES[filter])).join(', ');
  return (
    <ListPage
      title={q === undefined ? t('desk.searchTitle') : t('desk.searchFor', { q })}
      rows={NO_ROWS}
      empty={t('search.lacks', { kind: t(`search.kind.${kind}`), filters })}
      onOpen={() => undefined}
      row={() => null}
      preview={() => null}
      filters={<div>{above}</div>}
    />
  );
}

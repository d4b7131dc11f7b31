import { lackedBy, type SearchFilter, SOUGHT_KINDS } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import type { FoundFilters } from './filters';
import classes from './narrowing.module.css';

/** Above all kinds together: which of them are left out, and what they have not. */
export function LeftOut({ filters }: { filters: FoundFilters }) {
  const { t } = useTranslations('search');
  const lacking = SOUGHT_KINDS.map((kind) => ({ kind, lacks: lackedBy(kind, filters) })).filter(
    ({ lacks }) => lacks.length > 0,
  );
  if (lacking.length === 0) return null;
  // Several kinds that lack the same are told together.
  const groups = Map.groupBy(lacking, ({ lacks }) => lacks.join());
  return (
    <p className={classes.leftOut}>
      {[...groups.values()]
        .map((group) =>
          t('search.leftOut', {
            kinds: group.map(({ kind }) => t(`search.kind.${kind}`)).join(', '),
            filters: (group[0]?.lacks ?? []).map((filter) => t(FILTER_NAMES[filter])).join(', '),
          }),
        )
        .join(' ')}
    </p>
  );
}

/** As the filters are called where somebody chooses them. */
export const FILTER_NAMES = {
  days: 'search.date',
  unit: 'search.unit',
  sender: 'search.sender',
  holder: 'search.with',
  state: 'search.state',
} as const satisfies Record<SearchFilter, string>;

import { useState } from 'react';
import { useKeys } from '../ui/keyboard/keys';
import { useTranslations } from '../language/use-translations';
import { useNumberHeads, usePosts } from '../organisation/api';
import { useCaseCategories } from '../organisation/channel/api';
import classes from '../ui/list/list-page.module.css';
import { lazyPart } from '../ui/page/lazy-part';
import type { FileFilters } from './filters';

const FilterDialog = lazyPart(() => import('./FilterDialog').then((dialog) => dialog.FilterDialog));

interface ChosenFiltersProps {
  filters: FileFilters;
  set: (change: FileFilters) => void;
}

/** What the list is narrowed by, each taken away by a press; and the dialog in which it is said. */
export function ChosenFilters({ filters, set }: ChosenFiltersProps) {
  const { t } = useTranslations('audit');
  const [asking, setAsking] = useState(false);
  const chosen = useChosen(filters);
  useKeys([{ key: 'shift+f', label: t('audit.narrow'), run: () => setAsking(true) }]);
  return (
    <>
      {chosen.map(({ name, text }) => (
        <button
          key={name}
          type="button"
          className={classes.chip}
          aria-pressed
          onClick={() => set({ [name]: undefined })}
        >
          {text} <span aria-hidden>×</span>
        </button>
      ))}
      <button type="button" className={classes.chip} aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {t('audit.narrow')}…
      </button>
      {asking && <FilterDialog filters={filters} onChoose={set} onClose={() => setAsking(false)} />}
    </>
  );
}

/** Each filter in words, beside words and state, which stand for themselves. */
function useChosen(filters: FileFilters): { name: keyof FileFilters; text: string }[] {
  const { t, translate, day, marking } = useTranslations('audit');
  const { data: posts = [] } = usePosts();
  const { data: heads = [] } = useNumberHeads();
  const { data: categories = [] } = useCaseCategories();
  const { unitId, headId, categoryId, holderId, openedFrom, openedTo, longerThan } = filters;
  const unit = posts.find((post) => post.unitId === unitId)?.unit;
  const category = categories.find(({ id }) => id === categoryId)?.name;
  const said: readonly (readonly [keyof FileFilters, string | undefined])[] = [
    ['unitId', unitId && `${t('audit.unit')}: ${unit ? translate(unit) : '…'}`],
    ['headId', headId && `${t('audit.series')}: ${heads.find(({ id }) => id === headId)?.series ?? '…'}`],
    ['categoryId', categoryId && `${t('audit.kind')}: ${category ? translate(category) : '…'}`],
    ['holderId', holderId && `${t('audit.with')}: ${marking(posts.find(({ id }) => id === holderId)) || '…'}`],
    ['openedFrom', openedFrom && `${t('audit.openedFrom')}: ${day(openedFrom)}`],
    ['openedTo', openedTo && `${t('audit.openedTo')}: ${day(openedTo)}`],
    ['longerThan', longerThan === undefined ? undefined : t('audit.longer', { count: longerThan })],
  ];
  return said.flatMap(([name, text]) => (text === undefined || text === '' ? [] : [{ name, text }]));
}

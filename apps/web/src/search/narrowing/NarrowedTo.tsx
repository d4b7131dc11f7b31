import { type ReactNode, useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { usePosts } from '../../organisation/api';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import classes from '../../ui/list/list-page.module.css';
import { lazyPart } from '../../ui/page/lazy-part';
import type { Kind } from './kinds';
import type { FoundFilters } from './filters';

const NarrowDialog = lazyPart(() => import('./NarrowDialog').then((dialog) => dialog.NarrowDialog));

interface NarrowedToProps {
  kind: Kind | undefined;
  filters: FoundFilters;
  set: (filters: FoundFilters) => void;
  /** What else can be done with these results. */
  children?: ReactNode;
}

/** To what the results are narrowed, each taken away by a press; and the dialog in which it is said. */
export function NarrowedTo({ kind, filters, set, children }: NarrowedToProps) {
  const { t } = useTranslations('search');
  const [asking, setAsking] = useState(false);
  const said = useSaid(filters);
  useKeys([{ key: 'l', label: t('search.narrow'), run: () => setAsking(true) }]);
  return (
    <div className={`${classes.chips ?? ''} not-printed`} role="group" aria-label={t('search.narrow')}>
      {said.map(({ name, text }) => (
        <button
          key={name}
          type="button"
          className={classes.chip}
          aria-pressed
          onClick={() => set({ ...filters, [name]: undefined })}
        >
          {text} <span aria-hidden>×</span>
        </button>
      ))}
      <button type="button" className={classes.chip} aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {t('search.narrow')}… <Kbd keys="l" />
      </button>
      {children}
      {asking && <NarrowDialog kind={kind} filters={filters} onChoose={set} onClose={() => setAsking(false)} />}
    </div>
  );
}

function useSaid({
  from,
  to,
  unitId,
  holderId,
  state,
  sender,
}: FoundFilters): { name: keyof FoundFilters; text: string }[] {
  const { t, translate, day, marking } = useTranslations('search');
  const { data: posts = [] } = usePosts();
  const unit = posts.find((post) => post.unitId === unitId)?.unit;
  const said: readonly (readonly [keyof FoundFilters, string | undefined])[] = [
    ['from', from && `${t('page.dayFrom')}: ${day(from)}`],
    ['to', to && `${t('page.dayTo')}: ${day(to)}`],
    ['unitId', unitId && `${t('search.unit')}: ${unit ? translate(unit) : '…'}`],
    ['holderId', holderId && `${t('search.with')}: ${marking(posts.find(({ id }) => id === holderId)) || '…'}`],
    ['state', state && `${t('search.state')}: ${state === 'open' ? t('search.open') : t(`fileState.${state}`)}`],
    ['sender', sender && `${t('search.sender')}: ${sender}`],
  ];
  return said.flatMap(([name, text]) => (text === undefined || text === '' ? [] : [{ name, text }]));
}

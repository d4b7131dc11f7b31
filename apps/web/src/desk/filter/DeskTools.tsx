import type { InboxOrder } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import classes from '../../ui/list/list-page.module.css';
import { lazyPart } from '../../ui/page/lazy-part';
import { PanelButton } from '../../ui/panel/PanelButton';
import type { InboxFilters } from '../api';
import { isNarrowed } from '../boxes';
import { ActiveFilters } from './ActiveFilters';
import { OrderChoice } from './OrderChoice';
import own from './filter.module.css';

const FilterPanel = lazyPart(() => import('./FilterPanel').then((part) => part.FilterPanel));
const SenderFilter = lazyPart(() => import('./SenderFilter').then((dialog) => dialog.SenderFilter));
const ViewDialog = lazyPart(() => import('../views/ViewDialog').then((dialog) => dialog.ViewDialog));

interface DeskToolsProps {
  filters: InboxFilters;
  orders: readonly InboxOrder[];
  /** The order where the address names none. */
  usual: InboxOrder;
  /** The list holds files alone, of which more can be asked. */
  ofFiles?: boolean;
}

/** By what a list of the desk is ordered and narrowed. Each choice goes to the address, so a filtered desk can be kept and shared. */
export function DeskTools({ filters, orders, usual, ofFiles = false }: DeskToolsProps) {
  const { t } = useTranslations();
  const navigate = useNavigate({ from: '/desk/$box' });
  const [open, setOpen] = useState<'panel' | 'sender' | 'view' | null>(null);
  const show = (search: InboxFilters) => void navigate({ search, replace: true });
  const set = (change: InboxFilters) => show({ ...filters, ...change });
  const close = () => setOpen(null);
  useKeys([{ key: 'l', label: t('desk.filter'), run: () => setOpen('panel') }]);
  const order = (
    <OrderChoice
      orders={orders}
      order={filters.order ?? usual}
      onChange={(next) => set({ order: next === usual ? undefined : next })}
    />
  );
  return (
    <>
      {isNarrowed(filters) && <ActiveFilters filters={filters} onClear={() => show({ order: filters.order })} />}
      <span className={own.wide}>{order}</span>
      <PanelButton
        opened={open === 'panel'}
        onChange={(opened) => setOpen(opened ? 'panel' : null)}
        button={
          <>
            {t('desk.filter')}
            <Kbd keys="l" />
          </>
        }
        className={classes.tool}
        label={t('desk.filters')}
        side="below"
      >
        <FilterPanel filters={filters} set={set} ofFiles={ofFiles} order={order} onAsk={setOpen} onChosen={close} />
      </PanelButton>
      {open === 'sender' && <SenderFilter onChoose={set} onClose={close} />}
      {open === 'view' && <ViewDialog filters={filters} onClose={close} />}
    </>
  );
}

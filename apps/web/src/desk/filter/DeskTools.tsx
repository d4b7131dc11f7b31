import { Popover } from '@mantine/core';
import type { InboxOrder } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import classes from '../../ui/list/list-page.module.css';
import { lazyPart } from '../../ui/page/lazy-part';
import type { InboxFilters } from '../api';
import { isNarrowed } from '../boxes';
import { OrderChoice } from './OrderChoice';

const ActiveFilters = lazyPart(() => import('./ActiveFilters').then((part) => part.ActiveFilters));
const FilterPanel = lazyPart(() => import('./FilterPanel').then((part) => part.FilterPanel));
const FilterSheet = lazyPart(() => import('./FilterSheet').then((part) => part.FilterSheet));
const SenderFilter = lazyPart(() => import('./SenderFilter').then((dialog) => dialog.SenderFilter));
const ViewDialog = lazyPart(() => import('../views/ViewDialog').then((dialog) => dialog.ViewDialog));

/** In so narrow a window the filters come up from the foot of the page. */
const isNarrow = () => window.matchMedia('(max-width: 800px)').matches;

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
  const [open, setOpen] = useState<'panel' | 'sheet' | 'sender' | 'view' | null>(null);
  const set = (change: InboxFilters) => void navigate({ search: { ...filters, ...change }, replace: true });
  const toggle = () => setOpen((now) => (now === null ? (isNarrow() ? 'sheet' : 'panel') : null));
  const close = () => setOpen(null);
  useKeys([{ key: 'l', label: t('desk.filter'), run: toggle }]);
  const order = (
    <OrderChoice
      orders={orders}
      order={filters.order ?? usual}
      onChange={(next) => set({ order: next === usual ? undefined : next })}
    />
  );
  const panel = <FilterPanel filters={filters} set={set} ofFiles={ofFiles} onAsk={setOpen} onChosen={close} />;
  return (
    <>
      {isNarrowed(filters) && (
        <ActiveFilters
          filters={filters}
          onClear={() => void navigate({ search: { order: filters.order }, replace: true })}
        />
      )}
      <span className={classes.wide}>{order}</span>
      <Popover
        opened={open === 'panel'}
        onChange={(shown) => setOpen(shown ? 'panel' : null)}
        position="bottom-end"
        width={340}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <button type="button" className={classes.tool} aria-haspopup="dialog" onClick={toggle}>
            {t('desk.filter')}
            <Kbd keys="l" />
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('desk.filters')}>{panel}</Popover.Dropdown>
      </Popover>
      {open === 'sheet' && (
        <FilterSheet onClose={close}>
          {order}
          {panel}
        </FilterSheet>
      )}
      {open === 'sender' && <SenderFilter onChoose={set} onClose={close} />}
      {open === 'view' && <ViewDialog filters={filters} onClose={close} />}
    </>
  );
}

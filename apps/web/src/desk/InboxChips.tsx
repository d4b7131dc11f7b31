import { ACTIONS_ASKED, type ActionAsked } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useDesk } from './api';
import type { InboxFilters } from './api';
import { useTranslations } from '../language/use-translations';
import classes from '../ui/list/list-page.module.css';

const ORDERS = ['newest', 'oldest', 'due'] as const;

/** The filters of the inbox; each press changes the address, so a filtered desk can be kept and shared. */
export function InboxChips({ filters }: { filters: InboxFilters }) {
  const { t, number } = useTranslations();
  const { data: counts } = useDesk();
  const navigate = useNavigate({ from: '/desk/$box' });
  const set = (change: InboxFilters) => void navigate({ search: { ...filters, ...change }, replace: true });
  const chips = [
    ['unread', t('desk.chipUnread'), counts?.unread],
    ['late', t('desk.chipLate'), counts?.late],
    ['dueThisWeek', t('desk.chipDueThisWeek'), counts?.dueThisWeek],
    ['backFromParking', t('desk.chipBack'), counts?.backFromParking],
  ] as const;
  return (
    <div className={`${classes.chips ?? ''} not-printed`} role="group" aria-label={t('desk.filters')}>
      {chips.map(([name, label, count]) => (
        <button
          key={name}
          type="button"
          className={classes.chip}
          aria-pressed={filters[name] === true}
          onClick={() => set({ [name]: filters[name] === true ? undefined : true })}
        >
          {label} {count !== undefined && count > 0 && number(count)}
        </button>
      ))}
      <select
        className={classes.chip}
        aria-label={t('desk.chipAction')}
        data-on={filters.action !== undefined || undefined}
        value={filters.action ?? ''}
        onChange={(event) => set({ action: readAction(event.currentTarget.value) })}
      >
        <option value="">{t('desk.anyAction')}</option>
        {ACTIONS_ASKED.map((action) => (
          <option key={action} value={action}>
            {t(`action.${action}`)}
          </option>
        ))}
      </select>
      <select
        className={`${classes.chip ?? ''} ${classes.spring ?? ''}`}
        aria-label={t('desk.order')}
        value={filters.order ?? 'newest'}
        onChange={(event) => set({ order: ORDERS.find((order) => order === event.currentTarget.value) })}
      >
        {ORDERS.map((order) => (
          <option key={order} value={order}>
            {t(`desk.order.${order}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function readAction(value: string): ActionAsked | undefined {
  return ACTIONS_ASKED.find((action) => action === value);
}

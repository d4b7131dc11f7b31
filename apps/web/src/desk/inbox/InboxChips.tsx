import { ACTIONS_ASKED, INBOX_ORDERS } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import classes from '../../ui/list/list-page.module.css';
import { lazyPart } from '../../ui/page/lazy-part';
import { useDesk } from '../api';
import type { InboxFilters } from '../api';
import { isNarrowed } from '../boxes';

const SenderFilter = lazyPart(() => import('./SenderFilter').then((dialog) => dialog.SenderFilter));
const SenderChip = lazyPart(() => import('./SenderFilter').then((dialog) => dialog.SenderChip));
const ViewDialog = lazyPart(() => import('../views/ViewDialog').then((dialog) => dialog.ViewDialog));

interface InboxChipsProps {
  filters: InboxFilters;
  dense: boolean;
  setDense: (dense: boolean) => void;
}

/** The filters of the inbox; each press changes the address, so a filtered desk can be kept and shared. */
export function InboxChips({ filters, dense, setDense }: InboxChipsProps) {
  const { t, number } = useTranslations();
  const { data: counts } = useDesk();
  const navigate = useNavigate({ from: '/desk/$box' });
  const [asking, setAsking] = useState<'sender' | 'view' | null>(null);
  const set = (change: InboxFilters) => void navigate({ search: { ...filters, ...change }, replace: true });
  const flags = [
    ['unread', t('desk.chipUnread'), counts?.unread],
    ['late', t('desk.chipLate'), counts?.late],
    ['dueThisWeek', t('desk.chipDueThisWeek'), counts?.dueThisWeek],
    ['returned', t('desk.returned'), undefined],
    ['backFromParking', t('desk.chipBack'), counts?.backFromParking],
  ] as const;
  const hasSender = filters.from !== undefined || filters.fromUnit !== undefined;
  return (
    <div className={`${classes.chips ?? ''} not-printed`} role="group" aria-label={t('desk.filters')}>
      {flags.map(([name, label, count]) => (
        <Toggle key={name} on={filters[name] === true} onChange={(on) => set({ [name]: on || undefined })}>
          {label} {count !== undefined && count > 0 && number(count)}
        </Toggle>
      ))}
      <Choice
        label={t('desk.chipAction')}
        none={t('desk.anyAction')}
        value={filters.action}
        options={ACTIONS_ASKED.map((action) => [action, t(`action.${action}`)])}
        onChange={(action) => set({ action })}
      />
      <Choice
        label={t('desk.urgency')}
        none={t('desk.anyUrgency')}
        value={filters.urgency}
        options={(['vip', 'top_priority', 'immediate', 'priority', 'ordinary'] as const).map((urgency) => [
          urgency,
          t(`urgency.${urgency}`),
        ])}
        onChange={(urgency) => set({ urgency })}
      />
      <Choice
        label={t('desk.decision')}
        none={t('desk.anyDecision')}
        value={filters.decision}
        options={(['any', 'approved', 'not_approved', 'recommended'] as const).map((decision) => [
          decision,
          decision === 'any'
            ? t('desk.decided')
            : t(decision === 'recommended' ? 'desk.recommended' : `decision.${decision}`),
        ])}
        onChange={(decision) => set({ decision })}
      />
      {hasSender ? (
        <SenderChip filters={filters} onClear={() => set({ from: undefined, fromUnit: undefined })} />
      ) : (
        <button type="button" className={classes.chip} aria-haspopup="dialog" onClick={() => setAsking('sender')}>
          {t('desk.from')}…
        </button>
      )}
      <span className={classes.spring} />
      {(isNarrowed(filters) || filters.order !== undefined || filters.grouped) && (
        <button type="button" className={classes.chip} aria-haspopup="dialog" onClick={() => setAsking('view')}>
          {t('views.keep')}…
        </button>
      )}
      <Choice
        label={t('desk.order')}
        value={filters.order ?? 'newest'}
        options={INBOX_ORDERS.map((order) => [order, t(`desk.order.${order}`)])}
        onChange={(order) => set({ order })}
      />
      <Toggle on={filters.grouped === true} onChange={(on) => set({ grouped: on || undefined })}>
        {t('desk.grouped')}
      </Toggle>
      <Toggle on={dense} onChange={setDense}>
        {t('desk.dense')}
      </Toggle>
      {asking === 'sender' && <SenderFilter onChoose={set} onClose={() => setAsking(null)} />}
      {asking === 'view' && <ViewDialog filters={filters} onClose={() => setAsking(null)} />}
    </div>
  );
}

interface ToggleProps {
  on: boolean;
  onChange: (on: boolean) => void;
  children: React.ReactNode;
}

function Toggle({ on, onChange, children }: ToggleProps) {
  return (
    <button type="button" className={classes.chip} aria-pressed={on} onClick={() => onChange(!on)}>
      {children}
    </button>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  /** What the list says when nothing is chosen; without it something always is. */
  none?: string;
  value: Value | undefined;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value | undefined) => void;
}

function Choice<Value extends string>({ label, none, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <select
      className={classes.chip}
      aria-label={label}
      data-on={(none !== undefined && value !== undefined) || undefined}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(options.find(([one]) => one === currentTarget.value)?.[0])}
    >
      {none !== undefined && <option value="">{none}</option>}
      {options.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  );
}

import { ACTIONS_ASKED, URGENCIES } from '@patravali/contract';
import type { ReactNode } from 'react';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { useKeptSwitch } from '../../ui/kept-switch';
import chips from '../../ui/list/list-page.module.css';
import { useDesk } from '../api';
import type { InboxFilters } from '../api';
import { isNarrowed } from '../boxes';
import { KeptViews } from '../views/KeptViews';
import { DECIDED } from './decided';
import classes from './filter.module.css';

interface FilterPanelProps {
  filters: InboxFilters;
  set: (change: InboxFilters) => void;
  /** The list holds files alone, of which more can be asked. */
  ofFiles: boolean;
  /** In which order the rows stand, to be chosen here in a narrow window. */
  order: ReactNode;
  /** What needs a dialog of its own. */
  onAsk: (what: 'sender' | 'view') => void;
  /** One of the kept views was chosen. */
  onChosen: () => void;
}

/** Everything by which the list can be narrowed, how its rows are laid out, and the views that are kept. */
export function FilterPanel({ filters, set, ofFiles, order, onAsk, onChosen }: FilterPanelProps) {
  const { t, number } = useTranslations('desk-filter');
  const { data: counts } = useDesk();
  const { session } = useActing();
  const [dense, setDense] = useKeptSwitch(`dense.${session.user.username}`);
  // What is counted are files.
  const known = ofFiles ? counts : undefined;
  const flags = [
    ['unread', t('desk.chipUnread'), known?.unread],
    ['late', t('desk.chipLate'), known?.late],
    ['dueThisWeek', t('desk.chipDueThisWeek'), known?.dueThisWeek],
  ] as const;
  const flagsOfFiles = [
    ['returned', t('desk.returned'), undefined],
    ['backFromParking', t('desk.chipBack'), known?.backFromParking],
  ] as const;
  return (
    <div className={classes.panel}>
      <div className={classes.narrow}>{order}</div>
      <div className={classes.chips}>
        {[...flags, ...(ofFiles ? flagsOfFiles : [])].map(([name, label, count]) => (
          <Toggle key={name} on={filters[name] === true} onChange={(on) => set({ [name]: on || undefined })}>
            {label} {count !== undefined && count > 0 && number(count)}
          </Toggle>
        ))}
      </div>
      <Choice
        label={t('desk.urgency')}
        none={t('desk.anyUrgency')}
        value={filters.urgency}
        options={URGENCIES.toReversed().map((urgency) => [urgency, t(`urgency.${urgency}`)])}
        onChange={(urgency) => set({ urgency })}
      />
      {ofFiles && (
        <>
          <Choice
            label={t('desk.chipAction')}
            none={t('desk.anyAction')}
            value={filters.action}
            options={ACTIONS_ASKED.map((action) => [action, t(`action.${action}`)])}
            onChange={(action) => set({ action })}
          />
          <Choice
            label={t('desk.decision')}
            none={t('desk.anyDecision')}
            value={filters.decision}
            options={DECIDED.map(([decision, label]) => [decision, t(label)])}
            onChange={(decision) => set({ decision })}
          />
        </>
      )}
      <div className={classes.chips}>
        <button type="button" className={chips.chip} aria-haspopup="dialog" onClick={() => onAsk('sender')}>
          {t('desk.from')}…
        </button>
      </div>
      <h2 className="eyebrow">{t('desk.rows')}</h2>
      <div className={classes.chips}>
        <Toggle on={dense} onChange={setDense}>
          {t('desk.dense')}
        </Toggle>
        {ofFiles && filters.order !== 'late' && (
          <Toggle on={filters.grouped === true} onChange={(on) => set({ grouped: on || undefined })}>
            {t('desk.grouped')}
          </Toggle>
        )}
      </div>
      <KeptViews onChosen={onChosen} />
      {ofFiles && (isNarrowed(filters) || filters.order !== undefined || filters.grouped) && (
        <div className={classes.chips}>
          <button type="button" className={chips.chip} aria-haspopup="dialog" onClick={() => onAsk('view')}>
            {t('views.keep')}…
          </button>
        </div>
      )}
    </div>
  );
}

interface ToggleProps {
  on: boolean;
  onChange: (on: boolean) => void;
  children: ReactNode;
}

function Toggle({ on, onChange, children }: ToggleProps) {
  return (
    <button type="button" className={chips.chip} aria-pressed={on} onClick={() => onChange(!on)}>
      {children}
    </button>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  /** What the list says when nothing is chosen. */
  none: string;
  value: Value | undefined;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value | undefined) => void;
}

function Choice<Value extends string>({ label, none, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <label className={classes.choice}>
      <span>{label}</span>
      <select
        data-on={value !== undefined || undefined}
        value={value ?? ''}
        onChange={({ currentTarget }) => onChange(options.find(([one]) => one === currentTarget.value)?.[0])}
      >
        <option value="">{none}</option>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

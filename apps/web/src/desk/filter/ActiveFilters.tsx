import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { usePosts } from '../../organisation/api';
import chips from '../../ui/list/list-page.module.css';
import type { InboxFilters } from '../api';
import { DECIDED } from './decided';
import classes from './filter.module.css';

/** By what the list is narrowed; a press shows all of it again. */
export function ActiveFilters({ filters, onClear }: { filters: InboxFilters; onClear: () => void }) {
  const { t } = useTranslations('desk-filter');
  const sender = useSender(filters);
  const { unread, late, dueThisWeek, returned, backFromParking, urgency, action, decision } = filters;
  const decided = DECIDED.find(([one]) => one === decision);
  const said = [
    unread && t('desk.chipUnread'),
    late && t('desk.chipLate'),
    dueThisWeek && t('desk.chipDueThisWeek'),
    returned && t('desk.returned'),
    backFromParking && t('desk.chipBack'),
    urgency && t(`urgency.${urgency}`),
    action && t(`action.${action}`),
    decided && t(decided[1]),
    sender,
  ].filter((one) => typeof one === 'string');
  const words = said.join(', ');
  return (
    <button
      type="button"
      className={`${chips.chip ?? ''} ${classes.active ?? ''}`}
      aria-pressed
      title={`${words}: ${t('desk.clearFilters')}`}
      onClick={onClear}
    >
      <span>{words}</span>
      <span aria-hidden>×</span>
    </button>
  );
}

/** The marking of the post from which the files came, or the name of its unit. */
function useSender({ from, fromUnit }: InboxFilters): string | undefined {
  const { t, translate, marking } = useTranslations('desk-filter');
  const { post: own } = useActing();
  const { data: posts } = usePosts();
  if (from === undefined && fromUnit === undefined) return undefined;
  if (from === own.id) return t('desk.openedHere');
  const unit = posts?.find(({ unitId }) => unitId === fromUnit)?.unit;
  return marking(posts?.find(({ id }) => id === from)) || (unit ? translate(unit) : '…');
}

import type { FileRow, InboxOrder, Named } from '@patravali/contract';
import { daysBetween, today } from '../../language/dates';
import type { Translations } from '../../language/use-translations';

const WEEK = 7;

/** The heading under which a row stands, by what the order follows: when it came, when it is due, how urgent, from whom. */
export function groupOf(
  file: Pick<Named<FileRow>, 'since' | 'dueOn' | 'urgency' | 'from'>,
  order: Exclude<InboxOrder, 'late'>,
  { t, translate, marking }: Pick<Translations<'desk-filter'>, 't' | 'translate' | 'marking'>,
): string {
  switch (order) {
    case 'newest':
    case 'oldest':
      return t(`desk.came.${cameWhen(file.since)}`);
    case 'due':
      return t(`desk.dueGroup.${dueWhen(file.dueOn ?? today())}`);
    case 'urgency':
      return t(`urgency.${file.urgency}`);
    case 'sender':
      return file.from ? `${marking(file.from)} · ${translate(file.from.designation)}` : t('desk.openedHere');
  }
}

function cameWhen(since: string): 'today' | 'yesterday' | 'week' | 'earlier' {
  const days = daysBetween(since, today());
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  return days < WEEK ? 'week' : 'earlier';
}

/** The days of the filters "late" and "due this week". */
function dueWhen(dueOn: string): 'late' | 'today' | 'week' | 'later' {
  const days = daysBetween(today(), dueOn);
  if (days < 0) return 'late';
  if (days === 0) return 'today';
  return days < WEEK ? 'week' : 'later';
}

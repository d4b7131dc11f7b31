import { dayInIndia } from '@language/dates';
import { useTranslations } from '../../language/use-translations';
import { useWorkingDays } from './use-working-days';

/** How many working days late; on days on which the office does not work, when it was due. */
export function LateBy({ dueOn }: { dueOn: string }) {
  const { t, dayShort } = useTranslations();
  const counted = useWorkingDays(dueOn);
  return counted && counted.days > 0 ? t('page.late', { days: counted.days }) : t('page.due', { day: dayShort(dueOn) });
}

/** For how many working days it has been on this desk, since an instant. */
export function WithMe({ since }: { since: string }) {
  const { t } = useTranslations();
  const counted = useWorkingDays(dayInIndia(since));
  if (!counted) return null;
  return counted.days > 0 ? t('page.withMe', { days: counted.days }) : t('page.withMeToday');
}

import { today } from '../language/dates';
import { beginOf } from '../language/read-day';
import { useTranslations } from '../language/use-translations';
import { DayField } from './DayField';

interface DayRangeProps {
  /** As a `DayField` holds them. */
  from: string;
  to: string;
  onChange: (end: 'from' | 'to', day: string) => void;
  /** What the two are called, where "from" and "to" do not say it. */
  labels?: { from: string; to: string };
  size?: 'xs' | 'sm';
}

/** Two days that have been, both inclusive: two fields, which the form lays out. */
export function DayRange({ from, to, onChange, labels, size = 'sm' }: DayRangeProps) {
  const { t } = useTranslations();
  const { from: fromLabel, to: toLabel } = labels ?? { from: t('page.dayFrom'), to: t('page.dayTo') };
  const shared = { size, max: today() };
  return (
    <>
      <DayField {...shared} label={fromLabel} value={from} onChange={(day) => onChange('from', day)} />
      <DayField {...shared} label={toLabel} min={beginOf(from)} value={to} onChange={(day) => onChange('to', day)} />
    </>
  );
}

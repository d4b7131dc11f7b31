import type { FileRow, Named } from '@patravali/contract';
import type { ReactNode } from 'react';
import { useTranslations } from '../../language/use-translations';
import { Pill } from '../../ui/Badges';
import { useWorkingDays } from '../../ui/days/use-working-days';

type OnDesk = Pick<Named<FileRow>, 'clockFrom' | 'clockStoppedOn' | 'clockStoppedFor'>;

interface DeskDaysProps {
  file: OnDesk;
  /** What is said in their place within the limit. */
  within?: ReactNode;
}

/** For how many working days a file has been on its desk: marked beyond the limit, or with why they are not counted. */
export function DeskDays({ file, within }: DeskDaysProps) {
  const { t } = useTranslations('clock');
  const counted = useWorkingDays(file.clockFrom, file.clockStoppedOn ?? undefined);
  if (file.clockStoppedFor !== null) {
    const reason = t(`stopReason.${file.clockStoppedFor}`);
    return <Pill>{t('clock.stands', { reason })}</Pill>;
  }
  if (within !== undefined && (!counted || counted.days <= counted.limit)) return within;
  if (!counted) return null;
  const { days, limit } = counted;
  if (days === 0) return <span>{t('clock.sinceToday')}</span>;
  return days > limit ? (
    <Pill kind="urgent">{t('clock.overLimit', { days, limit })}</Pill>
  ) : (
    <span>{t('clock.days', { days })}</span>
  );
}

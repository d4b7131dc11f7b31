import { Skeleton } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';

/** The frame of a page whose parts are still on their way. */
export function Waiting() {
  const { t } = useTranslations();
  return (
    <div role="status" style={{ padding: 24 }}>
      <span className="visually-hidden">{t('page.loading')}</span>
      <Skeleton height={22} width={320} mb={16} />
      <Skeleton height={14} mb={10} />
      <Skeleton height={14} mb={10} width="80%" />
      <Skeleton height={14} width="60%" />
    </div>
  );
}

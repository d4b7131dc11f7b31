import { Button } from '@mantine/core';
import type { Rows } from '../../api/lists/use-list';
import { useTranslations } from '../../language/use-translations';

/** Below a table of which not all is there yet. */
export function MoreRows({ rows }: { rows: Pick<Rows<unknown>, 'hasMore' | 'loadMore' | 'isFetchingNextPage'> }) {
  const { t } = useTranslations();
  if (!rows.hasMore) return null;
  return (
    <Button variant="default" size="xs" mt="sm" loading={rows.isFetchingNextPage} onClick={rows.loadMore}>
      {t('page.more')}
    </Button>
  );
}

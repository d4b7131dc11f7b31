import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from '../../language/use-translations';

/** The filters in a narrow window: they come up from its foot, where the thumb is. */
export function FilterSheet({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const { t } = useTranslations();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      size="auto"
      title={t('desk.filters')}
      closeButtonProps={{ 'aria-label': t('page.close') }}
      attributes={{ header: { role: 'none' } }}
    >
      {children}
    </Drawer>
  );
}

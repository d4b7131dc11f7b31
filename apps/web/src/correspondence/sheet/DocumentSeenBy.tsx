import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { lazyPart } from '../../ui/page/lazy-part';

const WhoSawDocument = lazyPart(() => import('../../readings/WhoSaw').then((part) => part.WhoSawDocument));

/** Of the viewer's menu: opens the list of who has seen this document. */
export function DocumentSeenBy({ fileId, documentId }: { fileId: string; documentId: string }) {
  const { t } = useTranslations();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Menu.Item onClick={() => setOpen(true)}>{t('correspondence.whoSaw')}</Menu.Item>
      {isOpen && <WhoSawDocument fileId={fileId} documentId={documentId} onClose={() => setOpen(false)} />}
    </>
  );
}

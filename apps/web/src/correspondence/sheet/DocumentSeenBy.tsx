import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { lazyPart } from '../../ui/page/lazy-part';

const WhoSawDocument = lazyPart(() => import('../../readings/WhoSaw').then((part) => part.WhoSawDocument));

/** Opens the list of who has seen this document. */
export function DocumentSeenBy({ fileId, documentId }: { fileId: string; documentId: string }) {
  const { t } = useTranslations();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
        {t('correspondence.whoSaw')}
      </Button>
      {isOpen && <WhoSawDocument fileId={fileId} documentId={documentId} onClose={() => setOpen(false)} />}
    </>
  );
}

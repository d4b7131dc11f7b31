import { Button, Skeleton } from '@mantine/core';
import type { Named, ReceiptView } from '@patravali/contract';
import { useMemo, useState } from 'react';
import { ActiveContentBadge } from '../../documents/ActiveContentBadge';
import { OriginalPictures } from '../../documents/OriginalPictures';
import { LazyDocument } from '../../documents/viewer/LazyDocument';
import { useTranslations } from '../../language/use-translations';
import { NoScan } from './NoScan';
import { type FoundInLetter, wordsOfAddress } from '../../ui/page/found-in-address';

interface ReceiptScanProps {
  receipt: Named<ReceiptView> | undefined;
  /** What was found in the letter, or in one of its enclosures, which then lies above it. */
  found?: FoundInLetter | undefined;
}

/** The letter itself, as soon as it is known which it is. */
export function ReceiptScan({ receipt, found }: ReceiptScanProps) {
  if (!receipt) return <Skeleton height="100%" />;
  return <Scan receipt={receipt} found={found} />;
}

function Scan({ receipt, found = {} }: ReceiptScanProps & { receipt: Named<ReceiptView> }) {
  const { t } = useTranslations('receipt-moves');
  const [isLaidAside, layAside] = useState(false);
  const enclosure = receipt.enclosedDocuments.find(({ documentId }) => documentId === found.document);
  const seen = useSeen(found);
  if (enclosure && !isLaidAside)
    return (
      <LazyDocument documentId={enclosure.documentId} title={enclosure.title} {...seen}>
        <Button variant="default" size="compact-sm" onClick={() => layAside(true)}>
          {t('receipts.showLetter')}
        </Button>
      </LazyDocument>
    );
  const { document } = receipt;
  if (document === null) return <NoScan cover={receipt.cover} />;
  return (
    <LazyDocument documentId={document.id} title={document.fileName} {...(document.id === found.document ? seen : {})}>
      <ActiveContentBadge active={document.active} />
      {document.fromPictures && <OriginalPictures document={document} />}
    </LazyDocument>
  );
}

/** The document is open at the page, with the words marked. */
function useSeen({ page, found }: FoundInLetter): { place?: { page: number }; marked: readonly string[] } {
  return useMemo(
    () => ({ ...(page === undefined ? {} : { place: { page } }), marked: wordsOfAddress(found) }),
    [page, found],
  );
}

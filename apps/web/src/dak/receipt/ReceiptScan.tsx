import { Skeleton } from '@mantine/core';
import type { Named, ReceiptView } from '@patravali/contract';
import { ActiveContentBadge } from '../../documents/ActiveContentBadge';
import { LazyDocument } from '../../documents/viewer/LazyDocument';

/** The letter itself, as soon as it is known which it is. */
export function ReceiptScan({ receipt }: { receipt: Named<ReceiptView> | undefined }) {
  if (!receipt) return <Skeleton height="100%" />;
  return (
    <LazyDocument documentId={receipt.document.id} title={receipt.document.fileName}>
      <ActiveContentBadge active={receipt.document.active} />
    </LazyDocument>
  );
}

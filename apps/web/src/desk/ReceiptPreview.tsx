import type { Named, ReceiptRow } from '@patravali/contract';
import { Button, Skeleton } from '@mantine/core';
import { Suspense, useEffect, useState } from 'react';
import { useReceipt } from '../dak/api';
import { ActiveContentBadge } from '../documents/ActiveContentBadge';
import { useTranslations } from '../language/use-translations';
import { Kbd } from '../keyboard/Kbd';
import { useKeys } from '../keyboard/keys';
import { ReceiptFacts } from '../dak/ReceiptFacts';
import classes from '../ui/list/preview.module.css';
import { lazyPart } from '../ui/page/lazy-part';

const DocumentViewer = lazyPart(() =>
  import('../documents/viewer/DocumentViewer').then((viewer) => viewer.DocumentViewer),
);
const RESTING_MS = 300;

interface ReceiptPreviewProps {
  receipt: Named<ReceiptRow>;
  onOpen: () => void;
}

const ForwardReceiptDialog = lazyPart(() =>
  import('../dak/ForwardReceiptDialog').then((dialog) => dialog.ForwardReceiptDialog),
);

/** The chosen receipt beside the list. */
export function ReceiptPreview({ receipt, onOpen }: ReceiptPreviewProps) {
  const { t } = useTranslations();
  const [forwarding, setForwarding] = useState(false);
  const forward = () => setForwarding(true);
  useKeys([{ key: 'f', label: t('receiptMove.forward'), run: forward }]);
  return (
    <>
      <div className={classes.moves}>
        <Button onClick={onOpen} rightSection={<Kbd keys="Enter" onAccent />}>
          {t('desk.open')}
        </Button>
        <Button variant="default" onClick={forward} rightSection={<Kbd keys="f" />}>
          {t('receiptMove.forward')}
        </Button>
        {forwarding && (
          <Suspense>
            <ForwardReceiptDialog row={receipt} onClose={() => setForwarding(false)} />
          </Suspense>
        )}
      </div>
      <section className="card">
        <h2 className="eyebrow">{t('receipts.letter')}</h2>
        <ReceiptFacts receipt={receipt} />
      </section>
      <Scan receiptId={receipt.id} />
    </>
  );
}

/** The letter itself. Walking quickly through the list fetches nothing. */
function Scan({ receiptId }: { receiptId: string }) {
  const [resting, setResting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setResting(true), RESTING_MS);
    return () => clearTimeout(timer);
  }, []);
  const { data: receipt } = useReceipt(receiptId, { enabled: resting });
  return (
    <div className={classes.scan}>
      {receipt ? (
        <Suspense fallback={<Skeleton height="100%" />}>
          <DocumentViewer documentId={receipt.document.id} title={receipt.document.fileName}>
            <ActiveContentBadge active={receipt.document.active} />
          </DocumentViewer>
        </Suspense>
      ) : (
        <Skeleton height="100%" />
      )}
    </div>
  );
}

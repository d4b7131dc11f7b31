import type { Named, ReceiptRow, ReceiptView } from '@patravali/contract';
import { Button, Skeleton } from '@mantine/core';
import { Suspense, useEffect, useState } from 'react';
import { useReceipt } from '../../correspondence/use-receipt';
import { ActiveContentBadge } from '../../documents/ActiveContentBadge';
import { useTranslations } from '../../language/use-translations';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import { ReceiptFacts } from '../../dak/receipt/ReceiptFacts';
import classes from '../../ui/list/preview.module.css';
import { lazyPart } from '../../ui/page/lazy-part';

const DocumentViewer = lazyPart(() =>
  import('../../documents/viewer/DocumentViewer').then((viewer) => viewer.DocumentViewer),
);
const RESTING_MS = 300;

interface ReceiptPreviewProps {
  receipt: Named<ReceiptRow>;
  onOpen: () => void;
  /** It lies on another desk, and is read here. */
  elsewhere?: boolean;
}

const ReceiptMoves = lazyPart(() => import('../../dak/moves/ReceiptMoves').then((moves) => moves.ReceiptMoves));
const ForwardReceiptDialog = lazyPart(() =>
  import('../../dak/receipt/ForwardReceiptDialog').then((dialog) => dialog.ForwardReceiptDialog),
);

/** The chosen receipt beside the list. */
export function ReceiptPreview({ receipt, onOpen, elsewhere = false }: ReceiptPreviewProps) {
  const { t } = useTranslations();
  const [forwarding, setForwarding] = useState(false);
  const forward = () => setForwarding(true);
  const seen = useWhenResting(receipt.id);
  useKeys([{ key: 'f', label: t('receiptMove.forward'), run: forward }], !elsewhere);
  return (
    <>
      <div className={classes.moves}>
        <Button onClick={onOpen} rightSection={<Kbd keys="Enter" onAccent />}>
          {t('desk.open')}
        </Button>
        {!elsewhere && (
          <Button variant="default" onClick={forward} rightSection={<Kbd keys="f" />}>
            {t('receiptMove.forward')}
          </Button>
        )}
        {seen && (
          <Suspense>
            <ReceiptMoves receipt={seen} />
          </Suspense>
        )}
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
      <Scan receipt={seen} />
    </>
  );
}

/** Walking quickly through the list fetches nothing. */
function useWhenResting(receiptId: string): Named<ReceiptView> | undefined {
  const [resting, setResting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setResting(true), RESTING_MS);
    return () => clearTimeout(timer);
  }, []);
  return useReceipt(receiptId, { enabled: resting }).data;
}

/** The letter itself. */
function Scan({ receipt }: { receipt: Named<ReceiptView> | undefined }) {
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

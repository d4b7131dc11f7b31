import type { Named, ReceiptRow, ReceiptView } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useReceipt } from '../../correspondence/use-receipt';
import { useTranslations } from '../../language/use-translations';
import { Kbd } from '../../ui/keyboard/Kbd';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import { ReceiptFacts } from '../../dak/receipt/ReceiptFacts';
import { ReceiptScan } from '../../dak/receipt/ReceiptScan';
import classes from '../../ui/list/preview.module.css';
import { lazyPart } from '../../ui/page/lazy-part';

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
  const seen = useWhenResting(receipt.id);
  return (
    <>
      <div className={classes.moves}>
        <Button onClick={onOpen} rightSection={<Kbd keys="Enter" onAccent />}>
          {t('desk.open')}
        </Button>
        {!elsewhere && (
          <KeyButton keys="f" label={t('receiptMove.forward')} variant="default" onClick={() => setForwarding(true)} />
        )}
        {seen && <ReceiptMoves receipt={seen} />}
        {forwarding && <ForwardReceiptDialog row={receipt} onClose={() => setForwarding(false)} />}
      </div>
      <section className="card">
        <h2 className="eyebrow">{t('receipts.letter')}</h2>
        <ReceiptFacts receipt={receipt} />
      </section>
      <div className={classes.scan}>
        <ReceiptScan receipt={seen} />
      </div>
    </>
  );
}

/** Walking quickly through the list fetches nothing. */
export function useWhenResting(receiptId: string): Named<ReceiptView> | undefined {
  const [resting, setResting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setResting(true), RESTING_MS);
    return () => clearTimeout(timer);
  }, []);
  return useReceipt(receiptId, { enabled: resting }).data;
}

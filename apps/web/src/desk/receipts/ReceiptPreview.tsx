import type { Named, ReceiptRow } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { Kbd } from '../../ui/keyboard/Kbd';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import { ReceiptFacts } from '../../dak/receipt/ReceiptFacts';
import { ReceiptScan } from '../../dak/receipt/ReceiptScan';
import { useRestingReceipt } from '../../dak/receipt/use-resting-receipt';
import classes from '../../ui/list/preview.module.css';
import { lazyPart } from '../../ui/page/lazy-part';

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
  const seen = useRestingReceipt(receipt.id);
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

import type { Named, ReceiptView } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { lazyPart } from '../../ui/page/lazy-part';
import { useRefusal } from '../../ui/notices/use-refusal';

const DIALOGS = {
  return: lazyPart(() => import('./SettingRightDialogs').then((dialogs) => dialogs.ReturnReceiptDialog)),
  redirect: lazyPart(() => import('./SettingRightDialogs').then((dialogs) => dialogs.RedirectReceiptDialog)),
  close: lazyPart(() => import('./ClosingDialogs').then((dialogs) => dialogs.CloseReceiptDialog)),
  reopen: lazyPart(() => import('./ClosingDialogs').then((dialogs) => dialogs.ReopenReceiptDialog)),
};
const KEYS = { return: 'r', redirect: 't', close: 'shift+x', reopen: 'shift+x' } as const;
const ASKING = ['return', 'redirect', 'close', 'reopen'] as const;

/** What takes a receipt back, sets right to whom it was marked, or ends it without a file, as far as it is allowed now. */
export function ReceiptMoves({ receipt }: { receipt: Named<ReceiptView> }) {
  const { t } = useTranslations();
  const [asking, setAsking] = useState<keyof typeof DIALOGS | null>(null);
  const pullBack = usePullingBack(receipt);
  const { allowedMoves } = receipt;
  const Dialog = asking && DIALOGS[asking];
  return (
    <>
      {allowedMoves.includes('pull_back') && (
        <KeyButton keys="b" label={t('receiptMove.pull_back')} variant="default" onClick={pullBack} />
      )}
      {ASKING.filter((move) => allowedMoves.includes(move)).map((move) => (
        <KeyButton
          key={move}
          keys={KEYS[move]}
          label={t(`receiptMove.${move}`)}
          variant="default"
          onClick={() => setAsking(move)}
        />
      ))}
      {Dialog && <Dialog receipt={receipt} onClose={() => setAsking(null)} />}
    </>
  );
}

/** Of a race with the opening exactly one wins; a refusal says so. */
function usePullingBack(receipt: Named<ReceiptView>): () => void {
  const { t, diaryNumber } = useTranslations('receipt-moves');
  const { id: receiptId, version } = receipt;
  const refuse = useRefusal();
  const { mutate, isPending } = useCommand('pullBackReceipt');
  return () => {
    if (isPending) return;
    const onSuccess = () => showSuccess(t('receiptMoves.pulledBack', { number: diaryNumber(receipt) }));
    mutate({ params: { receiptId }, body: {}, ifMatch: version }, { onError: refuse, onSuccess });
  };
}

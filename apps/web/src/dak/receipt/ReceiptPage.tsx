import type { Named, PostRef, ReceiptView } from '@patravali/contract';
import { Button, Skeleton } from '@mantine/core';
import { useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useReceipt } from '../../correspondence/use-receipt';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { useKeys } from '../../ui/keyboard/keys';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import { lazyPart } from '../../ui/page/lazy-part';
import { PageError } from '../../ui/page/PageError';
import { useTitle } from '../../ui/page/use-title';
import { Actor } from '../../organisation/Actor';
import { DaysWithMe, Due, GradingBadge, UrgencyBadge } from '../../ui/Badges';
import { Kbd } from '../../ui/keyboard/Kbd';
import { Time } from '../../ui/Time';
import { ClosedWithoutFile } from './ClosedWithoutFile';
import { CompleteReceipt } from './CompleteReceipt';
import { Corrections } from './Corrections';
import { CorrectReceipt } from './CorrectReceipt';
import { ForwardReceiptForm } from './ForwardReceiptForm';
import { PutInFileForm } from '../../correspondence/put-in-file/PutInFileForm';
import { HowReceiptCame } from '../moves/HowReceiptCame';
import { ReceiptMoves } from '../moves/ReceiptMoves';
import { ReceiptRegister } from '../moves/ReceiptRegister';
import { PUT_IN_FILE } from '../diarise/diary-entry';
import { ReceiptScan } from './ReceiptScan';
import { ReceiptFacts } from './ReceiptFacts';
import classes from '../diarise/receipts.module.css';

const WhoSawReceipt = lazyPart(
  () => import('../../readings/WhoSaw').then((part) => part.WhoSawReceipt),
  <Skeleton height={26} width={120} />,
);

const EnclosedDocuments = lazyPart(
  () => import('../../documents/enclosures/EnclosedDocuments').then((enclosed) => enclosed.EnclosedDocuments),
  <Skeleton height={72} />,
);

/** A letter that came in: the scan, what the diary knows, and what can be done with it: send it to another desk, or put it in a file. */
export function ReceiptPage() {
  const { t, diaryNumber } = useTranslations('receipt-moves');
  const { receiptId } = useParams({ from: '/office/receipts/$receiptId' });
  const found = useSearch({ from: '/office/receipts/$receiptId' });
  const { data: receipt, error } = useReceipt(receiptId);
  useTitle(receipt ? diaryNumber(receipt) : t('receipts.letter'));
  if (error && !receipt) return <PageError error={error} />;
  return (
    <main className={classes.sheets}>
      <section className={classes.scan} aria-label={t('receipts.scan')}>
        <ReceiptScan receipt={receipt} found={found} />
      </section>
      <section className={classes.facts}>
        {receipt ? <Contents receipt={receipt} /> : <Skeleton height={240} m={18} />}
      </section>
    </main>
  );
}

function Contents({ receipt }: { receipt: Named<ReceiptView> }) {
  const { t, marking, diaryNumber } = useTranslations('receipt-moves');
  const navigate = useNavigate();
  const canForward = receipt.allowedMoves.includes('forward');
  const canPut = receipt.allowedMoves.includes('put_in_file');
  const toPut = useLocation({ select: ({ hash }) => hash === PUT_IN_FILE });
  const [form, setForm] = useState<'forward' | 'file' | 'correct' | 'complete' | null>(toPut && canPut ? 'file' : null);
  const canComplete = receipt.allowedMoves.includes('complete');
  const canCorrect = receipt.allowedMoves.includes('correct');
  const newFile = () => void navigate({ to: '/files/new', search: { receipt: receipt.id } });
  useOpening(receipt);
  useSeeingCopy(receipt);
  useKeys([{ key: 'e', label: t('receipts.correctTitle'), run: () => setForm('correct') }], canCorrect);
  return (
    <>
      <div className={classes.fields}>
        <div className={classes.head}>
          <h1 className="mono">{diaryNumber(receipt)}</h1>
          <UrgencyBadge urgency={receipt.urgency} />
          <GradingBadge grading={receipt.grading} />
          <HowReceiptCame receipt={receipt} />
          {receipt.holder && (
            <span className="small">
              {receipt.dueOn !== null && (
                <>
                  <Due dueOn={receipt.dueOn} /> {'·'}{' '}
                </>
              )}
              <Whereabouts holder={receipt.holder} since={receipt.since} />
            </span>
          )}
        </div>
        <ReceiptFacts receipt={receipt} />
        {receipt.enclosedDocuments.length > 0 && (
          <EnclosedDocuments enclosed={receipt.enclosedDocuments} fileId={receipt.file?.id} />
        )}
        {receipt.sentRemarks !== null && (
          <p className="card">
            <span className="eyebrow">{t('desk.remarks', { post: marking(receipt.from) })}</span>
            <br />
            {receipt.sentRemarks}
          </p>
        )}
        {receipt.remarks !== null && <p>{receipt.remarks}</p>}
        <p className="soft small">
          {t('receipts.diarisedBy')} <Actor actor={receipt.diarisedBy} />, <Time at={receipt.diarisedAt} />
        </p>
        <Corrections corrections={receipt.corrections} />
        <ClosedWithoutFile closed={receipt.closed} />
        <ReceiptRegister receipt={receipt} />
        {receipt.showsWhoSaw && <WhoSawReceipt receiptId={receipt.id} />}
        {form === 'forward' && canForward && <ForwardReceiptForm receipt={receipt} onClose={() => setForm(null)} />}
        {form === 'file' && canPut && <PutInFileForm receipt={receipt} onClose={() => setForm(null)} />}
        {form === 'complete' && canComplete && <CompleteReceipt receipt={receipt} onClose={() => setForm(null)} />}
        {form === 'correct' && canCorrect && <CorrectReceipt receipt={receipt} onClose={() => setForm(null)} />}
      </div>
      {receipt.allowedMoves.some((move) => move !== 'open') && (
        <div className={classes.finish}>
          <div className={classes.head}>
            {canComplete && (
              <KeyButton keys="c" label={t('receiptMove.complete')} onClick={() => setForm('complete')} />
            )}
            {canPut && <KeyButton keys="p" label={t('receiptMove.put_in_file')} onClick={() => setForm('file')} />}
            {canPut && <KeyButton keys="o" label={t('receipts.openNewFile')} variant="default" onClick={newFile} />}
            {canForward && (
              <KeyButton
                keys="f"
                label={t('receiptMove.forward')}
                variant="default"
                onClick={() => setForm('forward')}
              />
            )}
            <ReceiptMoves receipt={receipt} />
            {canCorrect && (
              <Button variant="default" onClick={() => setForm('correct')} rightSection={<Kbd keys="e" />}>
                {t('receiptMove.correct')}
              </Button>
            )}
          </div>
        </div>
      )}
    </>
  );
}

/** On whose desk the letter lies: on the reader's own for how many days, on another since when. */
function Whereabouts({ holder, since }: { holder: PostRef; since: string }) {
  const { t, day, marking } = useTranslations('receipt-moves');
  const { post } = useActing();
  if (holder.id === post.id) return <DaysWithMe since={since} />;
  return <span className="soft">{t('receipts.withSince', { post: marking(holder), day: day(since) })}</span>;
}

/** Coming to this page is opening the letter, for whom the server lets open it: once for each time it arrived. */
function useOpening(receipt: Named<ReceiptView>): void {
  const { mutate } = useCommand('openReceipt');
  const wanted = receipt.unread && receipt.allowedMoves.includes('open');
  const { id, version } = receipt;
  useEffect(() => {
    if (wanted) mutate({ params: { receiptId: id }, ifMatch: version });
  }, [wanted, id, version, mutate]);
}

/** Coming to this page is seeing the copy that the acting post has. */
function useSeeingCopy({ id, copyToSee }: Named<ReceiptView>): void {
  const { mutate } = useCommand('seeReceiptCopy');
  useEffect(() => {
    if (copyToSee) mutate({ params: { receiptId: id } });
  }, [copyToSee, id, mutate]);
}

import type { ReceiptRow } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useLanguage } from '../language/use-language';
import { Kbd } from '../ui/Kbd';
import { ReceiptFacts } from '../receipts/ReceiptFacts';
import classes from './Preview.module.css';

interface Props {
  receipt: ReceiptRow | undefined;
  onOpen: (receipt: ReceiptRow) => void;
}

/** The chosen receipt beside the list. */
export function ReceiptPreview({ receipt, onOpen }: Props) {
  const { t } = useLanguage();
  return (
    <aside className={classes.preview} aria-label={t('desk.preview')}>
      {receipt && (
        <>
          <div className={classes.moves}>
            <Button onClick={() => onOpen(receipt)} rightSection={<Kbd keys="Enter" onAccent />}>
              {t('desk.open')}
            </Button>
          </div>
          <section className="card">
            <h2 className="eyebrow">{t('receipts.letter')}</h2>
            <ReceiptFacts receipt={receipt} />
          </section>
        </>
      )}
    </aside>
  );
}

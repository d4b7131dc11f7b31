import type { Named, SeenLine } from '@patravali/contract';
import { Button, Modal, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { type Rows, useList } from '../api/lists/use-list';
import { useEventWords } from '../language/event-words';
import { useTranslations } from '../language/use-translations';
import { Actor } from '../organisation/Actor';
import { MoreRows } from '../ui/list/MoreRows';
import { DataTable } from '../ui/page/DataTable';
import { Time } from '../ui/Time';
import { useSentence } from '../ui/notices/use-refusal';

/** Who has seen the file, asked when somebody wants to know. */
export function WhoSawFile({ fileId }: { fileId: string }) {
  const [isOpen, setOpen] = useState(false);
  const rows = useList('listWhoSawFile', { params: { fileId } }, { enabled: isOpen });
  return <WhoSaw rows={rows} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />;
}

/** Who has seen a document that lies on the file, in a dialog over it. */
export function WhoSawDocument({
  fileId,
  documentId,
  onClose,
}: {
  fileId: string;
  documentId: string;
  onClose: () => void;
}) {
  const { t } = useTranslations('who-saw');
  const rows = useList('listWhoSawFile', { params: { fileId }, query: { documentId } });
  return (
    <Modal
      opened
      size="xl"
      title={t('whoSaw.title')}
      closeButtonProps={{ 'aria-label': t('page.close') }}
      onClose={onClose}
    >
      <Seen rows={rows} why="whoSaw.whyDocument" />
    </Modal>
  );
}

/** Who has seen the receipt, asked when somebody wants to know. */
export function WhoSawReceipt({ receiptId }: { receiptId: string }) {
  const [isOpen, setOpen] = useState(false);
  const rows = useList('listWhoSawReceipt', { params: { receiptId } }, { enabled: isOpen });
  return <WhoSaw rows={rows} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />;
}

interface WhoSawProps {
  rows: Rows<Named<SeenLine>>;
  isOpen: boolean;
  onToggle: () => void;
}

function WhoSaw({ rows, isOpen, onToggle }: WhoSawProps) {
  const { t } = useTranslations('who-saw');
  return (
    <div className="not-printed">
      <Button variant="subtle" size="compact-sm" aria-expanded={isOpen} onClick={onToggle}>
        {t('whoSaw.title')}
      </Button>
      {isOpen && <Seen rows={rows} why="whoSaw.why" />}
    </div>
  );
}

function Seen({ rows, why }: Pick<WhoSawProps, 'rows'> & { why: 'whoSaw.why' | 'whoSaw.whyDocument' }) {
  const { t, number } = useTranslations('who-saw');
  const { valueOf } = useEventWords();
  const sentence = useSentence();
  if (rows.isPending) return <Skeleton height={96} mt={8} />;
  if (rows.error) return <p>{sentence(rows.error)}</p>;
  return (
    <section className="card" aria-label={t('whoSaw.title')}>
      <p className="soft small">{t(why)}</p>
      {rows.items.length === 0 && <p>{t('whoSaw.nobody')}</p>}
      {rows.items.length > 0 && (
        <DataTable
          label={t('whoSaw.title')}
          items={rows.items}
          keyOf={({ by, firstAt }) => `${by.post.id} ${by.name.en} ${firstAt}`}
          columns={[
            [t('whoSaw.who'), ({ by }) => <Actor actor={by} />],
            [t('whoSaw.acts'), ({ acts }) => acts.map((act) => valueOf(`readingAct.${act}`)).join(', ')],
            [t('whoSaw.times'), ({ times }) => number(times)],
            [t('whoSaw.first'), ({ firstAt }) => <Time at={firstAt} form="registerTime" />],
            [t('whoSaw.last'), ({ lastAt }) => <Time at={lastAt} form="registerTime" />],
          ]}
        />
      )}
      <MoreRows rows={rows} />
    </section>
  );
}

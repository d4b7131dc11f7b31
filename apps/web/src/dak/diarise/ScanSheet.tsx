import type { FieldRead } from '@patravali/contract';
import { Button, Progress, Skeleton } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { ActiveContentBadge } from '../../documents/ActiveContentBadge';
import { useTranslations } from '../../language/use-translations';
import { useDocumentText } from '../../documents/viewer/reading/use-document-text';
import { LazyDocument } from '../../documents/viewer/LazyDocument';
import { lazyPart } from '../../ui/page/lazy-part';
import { YourTurn } from '../../ui/YourTurn';
import classes from './receipts.module.css';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import type { Upload } from '../../documents/use-upload';

const PdfViewer = lazyPart(
  () => import('../../documents/viewer/PdfViewer').then((viewer) => viewer.PdfViewer),
  <Skeleton height="100%" />,
);

interface Props {
  upload: Upload;
  onFile: (file: File) => void;
  onClear: () => void;
  /** What was read of it, and shall be seen where it stands. */
  shown: FieldRead | undefined;
}

/** Where the scan is dropped or chosen, sent, and looked at. */
export function ScanSheet({ upload, onFile, onClear, shown }: Props) {
  const { t, number } = useTranslations('receipt-moves');
  const input = useRef<HTMLInputElement>(null);
  const seen = useSeen(shown);
  const [over, setOver] = useState(false);
  return (
    <section
      className={classes.scan}
      aria-label={t('receipts.scan')}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
    >
      <input
        ref={input}
        type="file"
        accept="application/pdf,.pdf"
        className="visually-hidden"
        aria-label={t('receipts.chooseScan')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      {upload.state === 'none' ? (
        <div className={classes.drop}>
          <SheetPicture />
          <p>
            <strong>{t('receipts.dropScan')}</strong>
            <br />
            <span className="soft">{t('receipts.dropScanWhy')}</span>
          </p>
          <Button variant="default" autoFocus onClick={() => input.current?.click()}>
            {t('receipts.chooseScan')}
          </Button>
        </div>
      ) : (
        <>
          <div className={classes.scanHead}>
            <span className={classes.fileName}>
              {upload.state === 'stored' ? upload.document.fileName : upload.file.name}
            </span>
            {upload.state === 'sending' && (
              <Progress
                className={classes.progress}
                value={upload.share * 100}
                aria-label={t('receipts.sending', { share: Math.round(upload.share * 100) })}
              />
            )}
            <span className="soft small" role="status">
              {upload.state === 'sending' && t('receipts.sending', { share: Math.round(upload.share * 100) })}
              {upload.state === 'stored' &&
                t('receipts.stored', { n: upload.document.pages, pages: number(upload.document.pages) })}
            </span>
            {upload.state === 'stored' && <ActiveContentBadge active={upload.document.active} />}
            <YourTurn operation="uploadDocument" waiting={upload.state === 'sending'} />
            <Button variant="default" size="compact-sm" onClick={onClear}>
              {upload.state === 'sending' ? t('receipts.stopSending') : t('receipts.otherScan')}
            </Button>
          </div>
          {upload.state === 'failed' ? (
            <RefusalLine error={upload.error} className={classes.refusal} />
          ) : (
            <>
              {upload.file && (
                <SentScan
                  key={`${upload.file.name} ${upload.file.lastModified}`}
                  file={upload.file}
                  documentId={upload.state === 'stored' ? upload.document.id : null}
                  shown={shown}
                />
              )}
              {upload.state === 'stored' && !upload.file && (
                <LazyDocument documentId={upload.document.id} title={upload.document.fileName} {...seen} />
              )}
            </>
          )}
        </>
      )}
    </section>
  );
}

interface SentScanProps {
  file: File;
  /** Once it is stored. */
  documentId: string | null;
  shown: FieldRead | undefined;
}

function SentScan({ file, documentId, shown }: SentScanProps) {
  const text = useDocumentText(documentId);
  const seen = useSeen(shown);
  return <PdfViewer bytes={file} title={file.name} text={text} {...seen} />;
}

/** The page turns to where it was read, and the words are marked there. */
function useSeen(shown: FieldRead | undefined): { place?: { page: number }; marked: readonly string[] } {
  const at = shown?.at ?? null;
  const [page, words] = [at?.page, at?.words];
  return useMemo(
    () => ({ ...(page === undefined ? {} : { place: { page } }), marked: words === undefined ? [] : [words] }),
    [page, words],
  );
}

function SheetPicture() {
  return (
    <svg width="72" height="88" viewBox="0 0 72 88" aria-hidden fill="none" stroke="var(--accent)" strokeWidth="2.5">
      <path d="M6 3h42l18 18v64H6z" fill="var(--surface)" />
      <path d="M48 3v18h18M18 36h36M18 48h36M18 60h22" />
    </svg>
  );
}

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
import { SCANS, type Upload } from '../../documents/use-upload';
import { isPdf, nameOf } from '../../api/upload';
import { PhotographButton } from './PhotographButton';

const PdfViewer = lazyPart(
  () => import('../../documents/viewer/PdfViewer').then((viewer) => viewer.PdfViewer),
  <Skeleton height="100%" />,
);

const PicturePages = lazyPart(() => import('./PicturePages').then((pages) => pages.PicturePages));

interface Props {
  upload: Upload;
  /** One PDF, or pictures of the pages in their order. */
  onScan: (files: readonly File[]) => void;
  onClear: () => void;
  /** What was read of it, and shall be seen where it stands. */
  shown: FieldRead | undefined;
}

/** Where the scan is dropped or chosen, sent, and looked at. */
export function ScanSheet({ upload, onScan, onClear, shown }: Props) {
  const { t, number } = useTranslations('receipt-moves');
  const input = useRef<HTMLInputElement>(null);
  const seen = useSeen(shown);
  const [over, setOver] = useState(false);
  const [pictures, setPictures] = useState<readonly File[]>([]);
  const send = (files: readonly File[]) => {
    setPictures([]);
    onScan(files);
  };
  // A PDF goes off at once; pictures first get their order.
  const take = (files: readonly File[]) => {
    const [file, ...others] = files;
    if (file && others.length === 0 && isPdf(file)) send([file]);
    else if (file) setPictures((before) => [...before, ...files.filter((each) => !before.some(isSame(each)))]);
  };
  const pdf = upload.state === 'none' ? undefined : upload.files.find(isPdf);
  // Pictures that were not taken are put in order again, without the one that was refused.
  const isKept = (upload.state === 'sending' || upload.state === 'failed') && !pdf;
  const backToPictures = () => {
    if (upload.state === 'sending' || upload.state === 'failed') setPictures(upload.files);
    onClear();
  };
  const choose = () => input.current?.click();
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
        take([...event.dataTransfer.files]);
      }}
    >
      <input
        ref={input}
        type="file"
        accept={SCANS}
        multiple
        className="visually-hidden"
        aria-label={t('receipts.chooseScan')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          take(files);
        }}
      />
      {upload.state === 'none' && pictures.length > 0 && (
        <PicturePages pictures={pictures} onChange={setPictures} onMore={choose} onSend={() => send(pictures)} />
      )}
      {upload.state === 'none' && pictures.length === 0 && (
        <div className={classes.drop}>
          <SheetPicture />
          <p>
            <strong>{t('receipts.dropScan')}</strong>
            <br />
            <span className="soft">{t('receipts.dropScanWhy')}</span>
          </p>
          <Button variant="default" autoFocus onClick={choose}>
            {t('receipts.chooseScan')}
          </Button>
          <PhotographButton onPictures={take} />
        </div>
      )}
      {upload.state !== 'none' && (
        <>
          <div className={classes.scanHead}>
            <span className={classes.fileName}>
              {upload.state === 'stored' ? upload.document.fileName : nameOf(upload.files)}
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
            <YourTurn operation={pdf ? 'uploadDocument' : 'uploadPictures'} waiting={upload.state === 'sending'} />
            <Button variant="default" size="compact-sm" onClick={isKept ? backToPictures : onClear}>
              {upload.state === 'sending' && t('receipts.stopSending')}
              {upload.state !== 'sending' && t(isKept ? 'receipts.pictures.back' : 'receipts.otherScan')}
            </Button>
          </div>
          {upload.state === 'failed' ? (
            <RefusalLine error={upload.error} className={classes.refusal} />
          ) : (
            <>
              {pdf && (
                <SentScan
                  key={`${pdf.name} ${pdf.lastModified}`}
                  file={pdf}
                  documentId={upload.state === 'stored' ? upload.document.id : null}
                  shown={shown}
                />
              )}
              {upload.state === 'stored' && !pdf && (
                <LazyDocument documentId={upload.document.id} title={upload.document.fileName} {...seen} />
              )}
            </>
          )}
        </>
      )}
    </section>
  );
}

const isSame = (one: File) => (other: File) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

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

import type { MyPdf } from '@patravali/contract';
import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCommand } from '../api/use-command';
import { call } from '../api/call';
import { useTranslations } from '../language/use-translations';
import { PageError } from '../ui/page/PageError';
import { useTitle } from '../ui/page/use-title';
import { Waiting } from '../ui/page/Waiting';
import { useDownload } from '../ui/use-download';
import { ActButton } from '../ui/ActButton';
import { isUnderWay, myPdfsQuery } from './api';
import rows from '../ui/page/rows-page.module.css';
import classes from './MyPdfsPage.module.css';

/** What the person has asked for: how far it is, and for some days the PDF itself. */
export function MyPdfsPage() {
  const { t } = useTranslations('my-pdfs');
  useTitle(t('pdfs.mine'));
  const { data, error } = useQuery(myPdfsQuery());
  if (error) return <PageError error={error} />;
  if (!data) return <Waiting />;
  return (
    <main className={rows.place}>
      <h1>{t('pdfs.mine')}</h1>
      <p className="soft">{t('pdfs.why')}</p>
      {data.items.length === 0 ? (
        <p>{t('pdfs.none')}</p>
      ) : (
        <ul className={rows.rows}>
          {data.items.map((pdf) => (
            <PdfRow key={pdf.id} pdf={pdf} />
          ))}
        </ul>
      )}
    </main>
  );
}

/** What all of a file is called. */
const WHOLE = { pdf: 'file.wholeFilePdf', bundle: 'pdfs.bundle', rti_bundle: 'pdfs.rtiBundle' } as const;
const FETCH = {
  pdf: 'pdfs.downloadThat',
  bundle: 'pdfs.downloadBundle',
  rti_bundle: 'pdfs.downloadRtiBundle',
} as const;
const ENDING = { pdf: 'pdf', bundle: 'zip', rti_bundle: 'zip' } as const;

function PdfRow({ pdf }: { pdf: MyPdf }) {
  const { t, day, dateTime } = useTranslations('my-pdfs');
  return (
    <li className={rows.row}>
      <div className={rows.words}>
        <Link to="/files/$fileId" params={{ fileId: pdf.fileId }} className="mono">
          {pdf.fileNumber}
        </Link>{' '}
        {pdf.alsoFiles > 0 && `${t('pdfs.andMore', { count: pdf.alsoFiles })} `}· {pdf.selection ?? t(WHOLE[pdf.form])}
        {pdf.issueNumber !== null && (
          <>
            {' '}
            · <span className="mono">{pdf.issueNumber}</span>
          </>
        )}
        <div className="small">{pdf.subject}</div>
        <div className="soft small">
          {[
            t(`pdfs.state.${pdf.state}`),
            t('pdfs.askedAt', { at: dateTime(pdf.askedAt) }),
            ...(pdf.state === 'ready' ? [t('pdfs.keptUntil', { day: day(pdf.expiresAt) })] : []),
          ].join(' · ')}
        </div>
        {pdf.failure !== null && <div className="small">{pdf.failure}</div>}
        {isUnderWay(pdf) && <HowFar pdf={pdf} />}
      </div>
      {isUnderWay(pdf) && <CancelButton pdf={pdf} />}
      {pdf.state === 'ready' && <DownloadButton pdf={pdf} />}
    </li>
  );
}

function HowFar({ pdf: { fileNumber, done, total } }: { pdf: MyPdf }) {
  const { t } = useTranslations('my-pdfs');
  return (
    <div className={classes.progress}>
      <Progress value={(100 * done) / total} aria-label={t('pdfs.progressOf', { number: fileNumber })} />
      <span className="small">{t('pdfs.doneOf', { done, total })}</span>
    </div>
  );
}

function CancelButton({ pdf }: { pdf: MyPdf }) {
  const { t } = useTranslations('my-pdfs');
  const cancel = useCommand('cancelPdf');
  return (
    <ActButton
      label={t('pdfs.cancel')}
      aria-label={t('pdfs.cancelThat', { number: pdf.fileNumber })}
      variant="subtle"
      size="xs"
      act={() => cancel.mutateAsync({ params: { pdfId: pdf.id } })}
    />
  );
}

const MEGABYTE = 1 << 20;

function DownloadButton({ pdf }: { pdf: MyPdf }) {
  const { t } = useTranslations('my-pdfs');
  const { isWorking, download } = useDownload();
  const size = t('pdfs.download', { size: ((pdf.size ?? 0) / MEGABYTE).toFixed(1) });
  const name = `${pdf.issueNumber ?? pdf.fileNumber} ${pdf.selection ?? t(WHOLE[pdf.form])}.${ENDING[pdf.form]}`;
  return (
    <Button
      variant="default"
      size="xs"
      aria-label={`${size}: ${t(FETCH[pdf.form], { number: pdf.issueNumber ?? pdf.fileNumber })}`}
      loading={isWorking}
      onClick={() => download(name, () => call('downloadMyPdf', { params: { pdfId: pdf.id } }))}
    >
      {size}
    </Button>
  );
}

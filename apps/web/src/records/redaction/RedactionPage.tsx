import { type FileView, isAttached, MOST_MARKS, type Named, type OriginalView } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';
import { useCommand } from '../../api/use-command';
import { queryOf } from '../../api/query-of';
import { useList, WHOLE } from '../../api/lists/use-list';
import { useWholeList } from '../../api/lists/use-whole-list';
import { useFile } from '../../custody/api';
import { useCorrespondence } from '../../correspondence/api';
import { BlankSheet } from '../../documents/viewer/page/BlankSheet';
import { PdfViewer } from '../../documents/viewer/PdfViewer';
import { useDocumentText } from '../../documents/viewer/reading/use-document-text';
import { announce, showRefusal } from '../../ui/notices/announcements';
import page from '../../ui/page/page.module.css';
import { PageError } from '../../ui/page/PageError';
import { TwoSheets } from '../../ui/page/TwoSheets';
import { useTitle } from '../../ui/page/use-title';
import { Waiting } from '../../ui/page/Waiting';
import { ActButton } from '../../ui/ActButton';
import { redactionsQuery } from './api';
import { ClauseSelect } from './ClauseSelect';
import { CopiesMade } from './CopiesMade';
import { MarkByKeys } from './MarkByKeys';
import { MarkingLayer } from './MarkingLayer';
import { MarkList } from './MarkList';
import { useOriginalInWords, usePageInWords } from './original-in-words';
import { PapersOfFile } from './PapersOfFile';
import classes from './redaction.module.css';
import { type Marked, useMarks } from './use-marks';

/** What came in or went out with a letter of a file, on which is marked what is left out of a copy that is given away under the RTI Act. */
export function RedactionPage() {
  const { fileId, documentId } = useParams({ from: '/office/files/$fileId/rti/$documentId' });
  const file = useFile(fileId);
  const originals = useWholeList(useList('listOriginals', { params: { fileId } }, WHOLE));
  const bytes = useQuery(queryOf('downloadDocument', { params: { documentId } }, { staleTime: Infinity }));
  const original = originals.items.find(({ document }) => document.id === documentId);
  const error = file.error ?? originals.error ?? bytes.error;
  if (error) return <PageError error={error} />;
  if (!file.data || originals.isPending || (!original && originals.hasMore)) return <Waiting />;
  // It was taken off the file.
  if (!original) return <Navigate to="/files/$fileId" params={{ fileId }} replace />;
  const shown = { file: file.data, original, originals: originals.items, bytes: bytes.data ?? null };
  return <Marking key={documentId} {...shown} />;
}

interface MarkingProps {
  file: Pick<Named<FileView>, 'id' | 'number' | 'subject'>;
  original: OriginalView;
  /** All of the file. */
  originals: readonly OriginalView[];
  /** Null until they have come. */
  bytes: Blob | null;
}

function Marking({ file, original, originals, bytes }: MarkingProps) {
  const { t } = useTranslations('redaction-page');
  const { id: fileId, number } = file;
  const { document } = original;
  const firstPage = original.part === 'letter' ? original.firstPage : undefined;
  const pageInWords = usePageInWords(original);
  const title = t('title', { place: useOriginalInWords()(original) });
  useTitle(`${title} · ${number}`);
  const text = useDocumentText(document.id);
  const { data: made } = useQuery(redactionsQuery(fileId));
  const letters = useWholeList(useCorrespondence(fileId)).items.filter(isAttached);
  const redact = useCommand('redactDocument');
  const marks = useMarks();
  const mayRedact = made?.mayRedact ?? false;

  const mark = (marked: readonly Marked[]) => {
    if (!marks.add(marked)) showRefusal(t('tooMany', { count: MOST_MARKS }));
  };
  const make = async () => {
    const marked = marks.marks.map(({ page: on, area, clause }) => ({ page: on, area, clause }));
    await redact.mutateAsync({ params: { fileId }, body: { documentId: document.id, marks: marked } });
    announce(t('making'));
  };
  return (
    <main className={page.page}>
      <header className={page.head} data-lined>
        <Link to="/files/$fileId" params={{ fileId }} search={{ page: original.firstPage }}>
          ← {t('back')}
        </Link>
        <h1 className={classes.title}>{title}</h1>
        <span className={page.subject}>{number}</span>
      </header>
      <TwoSheets
        left={
          <div className={classes.sheet}>
            {bytes ? (
              <PdfViewer
                bytes={bytes}
                title={title}
                text={text}
                firstPage={firstPage}
                overlay={(index, scale) => (
                  <MarkingLayer
                    marks={marks.marks.filter((each) => each.page === index + 1)}
                    scale={scale}
                    onMark={mayRedact ? (area) => mark([{ page: index + 1, area }]) : null}
                  />
                )}
              />
            ) : (
              <BlankSheet />
            )}
          </div>
        }
        right={
          <div className={classes.panel}>
            {made && !mayRedact && <p role="status">{t('notYours')}</p>}
            {mayRedact && (
              <>
                <p className="soft">{t('why')}</p>
                <ClauseSelect value={marks.clause} onChange={marks.setClause} label={t('chooseClause')} />
                {bytes && <MarkByKeys bytes={bytes} text={text} firstPage={firstPage} onMark={mark} />}
                <h2>{t('marks')}</h2>
                <MarkList marks={marks} pageInWords={pageInWords} />
                <ActButton label={t('make')} style={{ alignSelf: 'start' }} act={make} />
              </>
            )}
            <h2>{t('copies')}</h2>
            <CopiesMade
              copies={(made?.items ?? []).filter(({ documentId }) => documentId === document.id)}
              fileNumber={number}
            />
            <h2>{t('papers')}</h2>
            <PapersOfFile
              fileId={fileId}
              originals={originals}
              copies={made?.items ?? []}
              parties={new Map(letters.map((letter) => [letter.document.id, letter.party]))}
            />
          </div>
        }
      />
    </main>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queryOf } from '../../api/query-of';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { useSentence } from '../../ui/notices/use-refusal';
import { lastReadOf, rememberRead } from '../last-read';
import { BlankSheet } from './page/BlankSheet';
import { useDocumentText } from './reading/use-document-text';
import { PdfViewer, type PdfViewerProps } from './PdfViewer';
import classes from './page/viewer.module.css';

type DocumentViewerProps = Omit<PdfViewerProps, 'bytes' | 'text'> & { documentId: string };

/**
 * A stored document, open where its reader left it unless a place or words are asked for. Its bytes stand under their hash and never
 * change, so one fetch is enough.
 */
export function DocumentViewer({ documentId, ...viewer }: DocumentViewerProps) {
  const lastRead = useLastRead(documentId);
  const isAsked = viewer.place !== undefined || (viewer.marked?.length ?? 0) > 0;
  const { t } = useTranslations();
  const sentence = useSentence();
  const text = useDocumentText(documentId);
  const bytes = useQuery(queryOf('downloadDocument', { params: { documentId } }, { staleTime: Infinity }));
  if (bytes.data)
    return <PdfViewer key={documentId} bytes={bytes.data} text={text} {...(isAsked ? {} : lastRead)} {...viewer} />;
  if (!bytes.isError) return <BlankSheet />;
  return (
    <div className={classes.message} role="alert">
      <p>{sentence(bytes.error)}</p>
      <Button variant="default" size="xs" onClick={() => void bytes.refetch()}>
        {t('viewer.again')}
      </Button>
    </div>
  );
}

/** Where the person stopped reading this document, looked up once, and how it is kept. */
function useLastRead(documentId: string): Pick<PdfViewerProps, 'place' | 'onPage'> {
  const { username } = useActing().session.user;
  return useMemo(() => {
    const last = lastReadOf(username, documentId);
    const onPage = (page: number) => rememberRead(username, documentId, { page, letters: 1 });
    return last && last.page > 1 ? { place: { page: last.page }, onPage } : { onPage };
  }, [username, documentId]);
}

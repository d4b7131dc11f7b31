import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/call';
import { keyOf } from '../../api/keys';
import { useTranslations } from '../../language/use-translations';
import { useSentence } from '../../ui/use-refusal';
import { BlankSheet } from './BlankSheet';
import { useDocumentText } from './use-document-text';
import { PdfViewer, type PdfViewerProps } from './PdfViewer';
import classes from './viewer.module.css';

type DocumentViewerProps = Omit<PdfViewerProps, 'bytes' | 'text'> & { documentId: string };

/** A stored document. Its bytes stand under their hash and never change, so one fetch is enough. */
export function DocumentViewer({ documentId, ...viewer }: DocumentViewerProps) {
  const { t } = useTranslations();
  const sentence = useSentence();
  const text = useDocumentText(documentId);
  const bytes = useQuery({
    queryKey: keyOf('downloadDocument', documentId),
    queryFn: ({ signal }) => call('downloadDocument', { params: { documentId } }, { signal }),
    staleTime: Infinity,
  });
  if (bytes.data) return <PdfViewer key={documentId} bytes={bytes.data} text={text} {...viewer} />;
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

import type { EnclosedDocument } from '@patravali/contract';
import { Modal } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import { CopyForRti } from '../CopyForRti';
import { DocumentViewer } from '../viewer/DocumentViewer';
import { DownloadButton } from '../viewer/DownloadButton';
import classes from './enclosures.module.css';

interface EnclosureDialogProps {
  document: EnclosedDocument;
  /** The file of its letter: of its papers copies are made for RTI. */
  fileId?: string | undefined;
  onClose: () => void;
}

/** An enclosure over the page that names it, to be read and to be kept as a file. */
export function EnclosureDialog({ document: { documentId, title }, fileId, onClose }: EnclosureDialogProps) {
  const { t } = useTranslations('enclosures');
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(960px, 94vw)"
      title={title}
      closeButtonProps={{ 'aria-label': t('page.close') }}
      padding={0}
      styles={{ header: { paddingInline: 16 } }}
    >
      <div className={classes.viewer}>
        <DocumentViewer documentId={documentId} title={title}>
          <DownloadButton documentId={documentId} name={title} label={t('enclosure.download')} />
          {fileId !== undefined && <CopyForRti fileId={fileId} documentId={documentId} />}
        </DocumentViewer>
      </div>
    </Modal>
  );
}

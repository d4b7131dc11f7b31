import type { EnclosedDocument } from '@patravali/contract';
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/call';
import { useTranslations } from '../../language/use-translations';
import { saveBytes } from '../../ui/save-bytes';
import { useRefusal } from '../../ui/use-refusal';
import { DocumentViewer } from '../viewer/DocumentViewer';
import classes from './enclosures.module.css';
import { useEnclosureWords } from './use-words';

interface EnclosureDialogProps {
  document: EnclosedDocument;
  onClose: () => void;
}

/** An enclosure over the page that names it, to be read and to be kept as a file. */
export function EnclosureDialog({ document: { documentId, title }, onClose }: EnclosureDialogProps) {
  const { t } = useTranslations();
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
          <DownloadButton documentId={documentId} title={title} />
        </DocumentViewer>
      </div>
    </Modal>
  );
}

function DownloadButton({ documentId, title }: { documentId: string; title: string }) {
  const say = useEnclosureWords();
  const refuse = useRefusal();
  const [working, setWorking] = useState(false);
  const act = async () => {
    setWorking(true);
    try {
      saveBytes(await call('downloadDocument', { params: { documentId } }), `${title}.pdf`);
    } catch (error) {
      refuse(error);
    } finally {
      setWorking(false);
    }
  };
  return (
    <Button variant="default" size="compact-sm" loading={working} onClick={() => void act()}>
      {say('enclosure.download')}
    </Button>
  );
}

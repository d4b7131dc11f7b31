import { Modal } from '@mantine/core';
import { type DraftTemplate, type EnclosedDocument, MOST_ENCLOSED } from '@patravali/contract';
import { OpenEnclosure } from '../../documents/enclosures/EnclosedDocuments';
import enclosures from '../../documents/enclosures/enclosures.module.css';
import { useTranslations } from '../../language/use-translations';
import { DialogButton } from '../../ui/DialogButton';
import { AddTemplateDocument } from './AddTemplateDocument';
import { TakeOffTemplateDocument } from './TakeOffTemplateDocument';

interface TemplateDocumentsProps {
  template: DraftTemplate;
  name: string;
  onClose: () => void;
}

/** What goes with the drafts that begin from a template: to be opened, added and taken off. */
export function TemplateDocumentsDialog({ template, name, onClose }: TemplateDocumentsProps) {
  const { t } = useTranslations('templates', 'enclosures');
  const { id, documents, inUse } = template;
  return (
    <Modal
      opened
      size={720}
      title={t('templates.documentsOf', { name })}
      closeButtonProps={{ 'aria-label': t('page.close') }}
      onClose={onClose}
    >
      <p className="soft">{t('templates.documentsWhy')}</p>
      {documents.length === 0 ? (
        <p className="soft">{t('templates.noDocuments')}</p>
      ) : (
        <ol className={enclosures.enclosed} aria-label={t('templates.documents')}>
          {documents.map((document) => (
            <Line key={document.documentId} templateId={id} document={document} mayTakeOff={inUse} />
          ))}
        </ol>
      )}
      {inUse && documents.length < MOST_ENCLOSED.documents && (
        <p>
          <DialogButton
            label={t('templates.addDocument')}
            dialog={(close) => <AddTemplateDocument templateId={id} onClose={close} />}
          />
        </p>
      )}
    </Modal>
  );
}

interface LineProps {
  templateId: string;
  document: EnclosedDocument;
  mayTakeOff: boolean;
}

function Line({ templateId, document, mayTakeOff }: LineProps) {
  const { t } = useTranslations('templates', 'enclosures');
  const { title, pages } = document;
  return (
    <li>
      <span>{title}</span>
      <span className="soft small">{t('enclosure.pages', { pages })}</span>
      <OpenEnclosure document={document}>{t('enclosure.show')}</OpenEnclosure>
      {mayTakeOff && (
        <DialogButton
          label={t('templates.takeOff')}
          aria-label={`${t('templates.takeOff')}: ${title}`}
          variant="subtle"
          size="compact-xs"
          dialog={(close) => <TakeOffTemplateDocument templateId={templateId} document={document} onClose={close} />}
        />
      )}
    </li>
  );
}

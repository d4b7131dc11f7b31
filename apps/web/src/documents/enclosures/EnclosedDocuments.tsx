import type { EnclosedDocument } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { DialogButton } from '../../ui/DialogButton';
import { lazyPart } from '../../ui/page/lazy-part';
import classes from './enclosures.module.css';

const EnclosureDialog = lazyPart(() => import('./EnclosureDialog').then((dialog) => dialog.EnclosureDialog));

interface EnclosedDocumentsProps {
  enclosed: readonly EnclosedDocument[];
  /** The file of the letter, where the person reads it. */
  fileId?: string | undefined;
}

/** The documents that go with a letter, each to be opened; nothing where there are none. */
export function EnclosedDocuments({ enclosed, fileId }: EnclosedDocumentsProps) {
  const { t } = useTranslations('enclosures');
  if (enclosed.length === 0) return null;
  return (
    <section className="card">
      <h2 className="eyebrow">{t('enclosure.enclosures')}</h2>
      <ol className={classes.list}>
        {enclosed.map((document) => (
          <li key={document.documentId}>
            <OpenEnclosure document={document} fileId={fileId}>
              {document.title}
            </OpenEnclosure>{' '}
            <span className="soft small">{t('enclosure.pages', { pages: document.pages })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface OpenEnclosureProps extends Pick<EnclosedDocumentsProps, 'fileId'> {
  document: EnclosedDocument;
  children: string;
}

/** Opens it over the page. */
export function OpenEnclosure({ document, fileId, children }: OpenEnclosureProps) {
  const { t } = useTranslations('enclosures');
  return (
    <DialogButton
      label={children}
      aria-label={t('enclosure.open', { title: document.title })}
      variant="subtle"
      size="compact-xs"
      dialog={(close) => <EnclosureDialog document={document} fileId={fileId} onClose={close} />}
    />
  );
}

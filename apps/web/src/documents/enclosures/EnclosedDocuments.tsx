import type { EnclosedDocument } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
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
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-xs"
        aria-label={t('enclosure.open', { title: document.title })}
        onClick={() => setOpen(true)}
      >
        {children}
      </Button>
      {isOpen && <EnclosureDialog document={document} fileId={fileId} onClose={() => setOpen(false)} />}
    </>
  );
}

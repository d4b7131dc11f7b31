import { type DraftView, isAttached, type Named } from '@patravali/contract';
import { SegmentedControl, Skeleton } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useCorrespondence } from '../correspondence/api';
import { useTranslations } from '../language/use-translations';
import { DocumentViewer } from '../documents/viewer/DocumentViewer';
import { PreviewPane } from './PreviewPane';
import { lazyPart } from '../ui/page/lazy-part';
import type { Preview } from './use-preview';

interface SidePaneProps {
  fileId: string;
  /** The letter that is answered, if any. */
  receiptId: string | null;
  /** None while it has not been saved yet. */
  draft: Named<DraftView> | null;
  preview: Preview;
  /** Nothing is missing for a letter. */
  complete: boolean;
}

/** What compares is loaded with the first comparison. */
const Versions = lazyPart(() => import('./versions/Versions').then((versions) => versions.Versions));

type Pane = 'preview' | 'letter' | 'versions';

/** Beside the text: the typeset page, the letter that is answered, or the versions compared. */
export function SidePane({ fileId, receiptId, draft, preview, complete }: SidePaneProps) {
  const { t } = useTranslations();
  const [pane, setPane] = useState<Pane>('preview');
  const correspondence = useCorrespondence(fileId);
  const letter =
    receiptId === null ? undefined : correspondence.items.filter(isAttached).find((one) => one.receiptId === receiptId);
  const panes: Pane[] = ['preview'];
  if (letter) panes.push('letter');
  if (draft && draft.versions.length > 1) panes.push('versions');
  return (
    <>
      {panes.length > 1 && (
        <SegmentedControl
          size="xs"
          m={8}
          aria-label={t('draft.beside')}
          value={pane}
          onChange={(value) => setPane(panes.find((one) => one === value) ?? 'preview')}
          data={panes.map((value) => ({ value, label: t(`draft.pane.${value}`) }))}
        />
      )}
      {pane === 'preview' && <PreviewPane preview={preview} complete={complete} />}
      {pane === 'letter' && letter && (
        <DocumentViewer
          documentId={letter.document.id}
          title={t('correspondence.title', { serial: letter.serial, party: letter.party })}
          firstPage={letter.firstPage}
        />
      )}
      {pane === 'versions' && draft && (
        <Suspense fallback={<Skeleton height={200} m={12} />}>
          <Versions draft={draft} />
        </Suspense>
      )}
    </>
  );
}

import { type DraftContent, type DraftView, isAttached, type Named, type Passage } from '@patravali/contract';
import { SegmentedControl, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useCorrespondence } from '../../correspondence/api';
import { useTranslations } from '../../language/use-translations';
import { DocumentViewer } from '../../documents/viewer/DocumentViewer';
import { useKeys } from '../../ui/keyboard/keys';
import { markedPassage } from '../comments/marked-passage';
import { PreviewPane } from './PreviewPane';
import { lazyPart } from '../../ui/page/lazy-part';
import type { Preview } from './use-preview';

interface SidePaneProps {
  fileId: string;
  /** The letter that is answered, if any. */
  receiptId: string | null;
  /** None while it has not been saved yet. */
  draft: Named<DraftView> | null;
  /** The version that is compared at first with the one before it, if the draft has both. */
  compared?: number | undefined;
  preview: Preview;
  /** Nothing is missing for a letter. */
  complete: boolean;
  /** Of a draft that was saved: what comments are made on. */
  commented?: { content: DraftContent; saveDraft: () => Promise<Named<DraftView>> };
}

/** What compares, and what comments, is loaded when it is first looked at. */
const PANE_COMES = <Skeleton height={200} m={12} />;
const Comments = lazyPart(() => import('../comments/Comments').then((comments) => comments.Comments), PANE_COMES);
const Versions = lazyPart(() => import('../versions/Versions').then((versions) => versions.Versions), PANE_COMES);

type Pane = 'preview' | 'letter' | 'versions' | 'comments';

/** Beside the text: the typeset page, the letter that is answered, the versions compared, or the comments. */
export function SidePane({ fileId, receiptId, draft, compared, preview, complete, commented }: SidePaneProps) {
  const { t } = useTranslations('draft-forms');
  const hasCompared = draft?.versions.some(({ draftVersion }) => draftVersion === compared) === true && compared !== 1;
  const [pane, setPane] = useState<Pane>(hasCompared ? 'versions' : 'preview');
  const [writing, setWriting] = useState<{ marked: Passage | null } | null>(null);
  const write = () => {
    setWriting({ marked: markedPassage() });
    setPane('comments');
  };
  const keys = [{ key: 'alt+m', label: t('draftForm.commentKey'), run: write, whileTyping: true }];
  useKeys(keys, draft?.mayComment === true);
  const correspondence = useCorrespondence(fileId);
  const letter =
    receiptId === null ? undefined : correspondence.items.filter(isAttached).find((one) => one.receiptId === receiptId);
  const panes: Pane[] = ['preview'];
  if (letter) panes.push('letter');
  if (draft && draft.versions.length > 1) panes.push('versions');
  if (draft) panes.push('comments');
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
      {pane === 'versions' && draft && <Versions draft={draft} first={hasCompared ? compared : undefined} />}
      {pane === 'comments' && draft && commented && (
        <Comments draft={draft} {...commented} writing={writing} onWrite={write} onWritten={() => setWriting(null)} />
      )}
    </>
  );
}

import { type DraftContent, type DraftView, isAttached, type Named, type Passage } from '@patravali/contract';
import { SegmentedControl, Skeleton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCorrespondence } from '../../correspondence/api';
import { useTranslations } from '../../language/use-translations';
import { DocumentViewer } from '../../documents/viewer/DocumentViewer';
import { useKeys } from '../../ui/keyboard/keys';
import { markedPassage } from '../comments/marked-passage';
import { lazyPart } from '../../ui/page/lazy-part';
import classes from '../draft.module.css';

interface SidePaneProps {
  fileId: string;
  /** The letter that is answered, if any. */
  receiptId: string | null;
  /** None while it has not been saved yet. */
  draft: Named<DraftView> | null;
  /** The version that is compared at first with the one before it, if the draft has both. */
  compared?: number | undefined;
  /** The typeset page, where the form is open; else the page stands beside, and what was said of it comes first. */
  preview?: ReactNode;
  /** Above the comments: whose letter it is. */
  about?: ReactNode;
  /** Below them: what the manual has against it. */
  checks?: ReactNode;
  /** Shows a passage on the page beside. */
  onShow?: (passage: Passage) => void;
  /** Of a draft that was saved: what comments are made on. */
  commented?: { content: DraftContent; saveDraft: () => Promise<Named<DraftView>> };
}

/** What compares, and what comments, is loaded when it is first looked at. */
const PANE_COMES = <Skeleton height={200} m={12} />;
const Comments = lazyPart(() => import('../comments/Comments').then((comments) => comments.Comments), PANE_COMES);
const Versions = lazyPart(() => import('../versions/Versions').then((versions) => versions.Versions), PANE_COMES);

type Pane = 'preview' | 'letter' | 'versions' | 'comments';

/** Beside the form or the page: the typeset page, the letter that is answered, the versions compared, or the comments. */
export function SidePane({ fileId, receiptId, draft, compared, preview, commented, ...said }: SidePaneProps) {
  const { t } = useTranslations('draft-forms');
  const hasCompared = draft?.versions.some(({ draftVersion }) => draftVersion === compared) === true && compared !== 1;
  const first = preview === undefined ? 'comments' : 'preview';
  const [pane, setPane] = useState<Pane>(hasCompared ? 'versions' : first);
  const [writing, setWriting] = useState<{ marked: Passage | null } | null>(null);
  const write = () => {
    setWriting({ marked: commented ? markedPassage(commented.content) : null });
    setPane('comments');
  };
  const keys = [{ key: 'alt+m', label: t('draftForm.commentKey'), run: write, whileTyping: true }];
  useKeys(keys, draft?.mayComment === true);
  const correspondence = useCorrespondence(fileId);
  const letter =
    receiptId === null ? undefined : correspondence.items.filter(isAttached).find((one) => one.receiptId === receiptId);
  const panes: Pane[] = [first];
  if (letter) panes.push('letter');
  if (draft && draft.versions.length > 1) panes.push('versions');
  if (draft && first !== 'comments') panes.push('comments');
  return (
    <>
      {panes.length > 1 && (
        <SegmentedControl
          size="xs"
          m={8}
          aria-label={t('draft.beside')}
          value={pane}
          onChange={(value) => setPane(panes.find((one) => one === value) ?? first)}
          data={panes.map((value) => ({ value, label: t(`draft.pane.${value}`) }))}
        />
      )}
      {pane === 'preview' && preview}
      {pane === 'letter' && letter && (
        <DocumentViewer
          documentId={letter.document.id}
          title={t('correspondence.title', { serial: letter.serial, party: letter.party })}
          firstPage={letter.firstPage}
        />
      )}
      {pane === 'versions' && draft && <Versions draft={draft} first={hasCompared ? compared : undefined} />}
      {pane === 'comments' && draft && commented && (
        <div className={classes.said}>
          {said.about}
          <Comments
            draft={draft}
            {...commented}
            writing={writing}
            onWrite={write}
            onWritten={() => setWriting(null)}
            onShow={said.onShow}
          />
          {said.checks}
        </div>
      )}
    </>
  );
}

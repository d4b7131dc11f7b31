import type { FileView, Named } from '@patravali/contract';
import { EditorContent } from '@tiptap/react';
import type { ReactNode } from 'react';
import { useTranslations } from '../../language/use-translations';
import { lazyPart } from '../../ui/page/lazy-part';
import classes from '../note.module.css';
import { SaveLine } from '../autosave/SaveLine';
import type { Composer } from './use-composer';
import { WritingBar } from '../writing/WritingBar';
import { VersionsButton } from '../versions/VersionsButton';
import { WhatIs } from '../../help/WhatIs';
import { KindPicker } from './KindPicker';
import { DiscardNote } from './DiscardNote';
import { StaleNote } from './StaleNote';
import { Warnings } from './Warnings';

const DiscussedWith = lazyPart(() => import('./DiscussedWith').then((field) => field.DiscussedWith));

interface YellowNoteProps {
  file: Named<FileView>;
  composer: Composer;
  /** Escape leaves the text, so that keys are keys again. */
  onLeave: () => void;
  /** What is decided in the note, where no bar below it asks that. */
  deciding: ReactNode;
}

/** The composer at the foot of the sheet: yellow, and on nobody's desk but this one, until it is confirmed. */
export function YellowNote({ file, composer, onLeave, deciding }: YellowNoteProps) {
  const { t, number } = useTranslations();
  const { editor, state } = composer;
  const first = file.pendingNote?.provisionalFirstParagraph ?? composer.nextParagraph;
  const provisional = file.pendingNote?.provisionalNumber ?? file.counts.notes + 1;
  return (
    <section className={classes.yellow} aria-label={t('note.composer')}>
      <header className={classes.withTools}>
        <div className={classes.composerHead}>
          <strong>{t('note.yellow', { number: provisional })}</strong>
          <WhatIs word="yellow" />
          <KindPicker file={file} composer={composer} />
          <span>{t(file.forCorrection ? 'note.privateToBoth' : 'note.private')}</span>
          <SaveLine state={state} />
          <PreparedBy file={file} />
          <VersionsButton file={file} />
          {!file.forCorrection && !composer.isBlank && <DiscardNote file={file} composer={composer} />}
        </div>
        <WritingBar editor={editor} writes="note" />
      </header>
      {composer.kind === 'discussion' && <DiscussedWith composer={composer} />}
      {/* CSS counts up before the first paragraph, so it starts one lower. */}
      <div
        className={classes.writing}
        style={{ counterReset: `paragraph ${first - 1}` }}
        // Before the editor, which takes the key in any case; a word list that it closes has taken it by now.
        onKeyDownCapture={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) onLeave();
        }}
      >
        <EditorContent editor={editor} />
      </div>
      <Warnings file={file} composer={composer} />
      {deciding}
      {state.kind === 'stale' && (
        <StaleNote mine={state.mine} theirs={state.theirs.content} onSettle={composer.settle} />
      )}
      <span className="visually-hidden">{t('note.provisional', { number: number(provisional) })}</span>
    </section>
  );
}

/** Who wrote it for the officer, whose note it will be. */
function PreparedBy({ file: { pendingNote } }: { file: Named<FileView> }) {
  const { t, translate } = useTranslations();
  if (!pendingNote?.preparedBy) return null;
  return <span>{t('note.preparedBy', { name: translate(pendingNote.preparedBy) })}</span>;
}

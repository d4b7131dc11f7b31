import type { FileView, Named } from '@patravali/contract';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslations } from '../language/use-translations';
import { useKeys } from '../ui/keyboard/keys';
import { GreenNote } from '../notes/composer/GreenNote';
import { type Composer, useComposer, useFoundComposer } from '../notes/composer/use-composer';
import { YellowNote } from '../notes/composer/YellowNote';
import { DecisionPicker } from '../notes/deciding/DecisionPicker';
import { NoteWithSuperior } from '../notes/composer/NoteWithSuperior';
import { CorrectionBar } from '../movement/correction/CorrectionBar';
import { SendBar } from '../movement/forward/SendBar';
import { useWhyNotSent } from '../movement/forward/use-why-not-sent';
import { lazyPart } from '../ui/page/lazy-part';
import classes from '../files/file.module.css';

const NotesSetAside = lazyPart(() => import('../notes/set-aside/NotesSetAside').then((aside) => aside.NotesSetAside));

/**
 * The foot of the note sheet: the composer and the send bar for the post that holds the file; the note that it has put up for
 * correction for the post that sent it; nothing for others.
 */
export function SheetFoot({ file }: { file: Named<FileView> }) {
  useWhyNotSent(file);
  const mayWrite = file.allowedMoves.includes('note') || file.allowedMoves.includes('forward');
  return (
    <>
      {file.notesSetAside.length > 0 && <NotesSetAside file={file} />}
      {mayWrite ? (
        <Writing file={file} />
      ) : (
        file.pendingNote && <NoteWithSuperior file={file} note={file.pendingNote} />
      )}
    </>
  );
}

function Writing({ file }: { file: Named<FileView> }) {
  const { t } = useTranslations();
  const composer = useComposer(file);
  useFoundComposer(file.id, composer);
  const green = file.pendingNote?.colour === 'green' ? file.pendingNote : null;
  useComposeAsked(composer, green === null);
  useKeys([{ key: 'n', label: t('note.keyWrite'), run: () => composer.editor.commands.focus('end') }], green === null);
  const hand = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLElement>(null);
  const isCorrected = file.allowedMoves.includes('return_correction');
  const isSent = file.allowedMoves.includes('forward');
  return (
    <div ref={hand} className={classes.covered}>
      {green ? (
        <GreenNote file={file} note={green} composer={composer} />
      ) : (
        file.allowedMoves.includes('note') && (
          <YellowNote
            file={file}
            composer={composer}
            onLeave={() => bar.current?.focus()}
            deciding={!isCorrected && !isSent && <DecisionPicker file={file} composer={composer} />}
          />
        )
      )}
      {isCorrected && <CorrectionBar file={file} composer={composer} bar={bar} />}
      {isSent && <SendBar file={file} composer={composer} green={green !== null} hand={hand} bar={bar} />}
    </div>
  );
}

/** The desk's key for "note" opens the file with the caret in the composer. */
function useComposeAsked(composer: Composer, writable: boolean): void {
  const asked = useSearch({ from: '/office/files/$fileId', select: (search) => search.compose });
  const { editor } = composer;
  useEffect(() => {
    if (asked === 'note' && writable) editor.commands.focus('end');
  }, [asked, writable, editor]);
}

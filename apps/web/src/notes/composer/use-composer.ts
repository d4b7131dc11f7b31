import {
  allWordsOf,
  type CorrespondenceView,
  type Decision,
  type FileView,
  isEmptyText,
  type Named,
  type NoteContent,
  type StructuredText,
} from '@patravali/contract';
import { useQueryClient } from '@tanstack/react-query';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { announce } from '../../ui/notices/announcements';
import { OwnRefusal } from '../../ui/notices/use-refusal';
import type { AutosaveState } from '../autosave/autosave';
import { convertWrittenReferences } from '../editor/reference-node';
import { noteNumbers, useNoteNumbers } from '../api';
import { nextParagraph, useSheetTurning } from '../sheet/turning/sheet-turning';
import { toEditor } from '../editor/structured-text-editor';
import { findDeadReferences, notesWritten } from '../editor/written-reference';
import { kindFor, type KindOfNote, lacksNames } from './note-kind';
import { detachedPages, pagesReferredTo, uncitedPucs, writtenIn } from './letters-of-note';
import { EMPTY_NOTE, isBlankNote, useNoteAutosave } from './use-note-autosave';
import { useTextEditor } from '../writing/use-text-editor';

export interface Composer extends KindOfNote {
  editor: Editor;
  state: AutosaveState<NoteContent>;
  decision: Decision | null;
  decide: (decision: Decision | null) => void;
  setKind: (of: Partial<KindOfNote>) => void;
  /** It is a discussion note, and nobody is named with whom it was discussed. */
  lacksNames: boolean;
  isBlank: boolean;
  hasWords: boolean;
  /** The number that its first paragraph would have. */
  nextParagraph: number;
  /** What the text refers to although the file does not have it. */
  deadReferences: string[];
  /** The pages of letters that were detached to which the text refers. */
  detachedPages: number[];
  /** The letters under consideration to which neither a note nor this text refers. */
  uncitedPucs: Named<CorrespondenceView>[];
  /**
   * Saves the last key. Answers the version of the note that the server holds, or null when there is none: then the
   * sending is a signature alone. Rejects when the text could not be saved, and when the note is not ready to leave.
   */
  flush: () => Promise<number | null>;
  /** The same for a note that will be thrown away, which need not be ready. */
  flushUnready: () => Promise<number | null>;
  /** The text has left with the file, or has been discarded. */
  forget: () => void;
  /** The note was confirmed or taken back: the same text has a new version. */
  adopt: (version: number) => void;
  /** Goes on with what the person made of two texts. */
  settle: (content: NoteContent) => void;
}

/** The yellow note that is being written on this file. */
export function useComposer(file: Named<FileView>): Composer {
  const { t } = useTranslations();
  const { drafts, correspondence } = useSheetTurning();
  const client = useQueryClient();
  const firstParagraph = nextParagraph(useNoteNumbers(file.id, file.counts.notes).numbers);
  const { autosave, state, first, restored } = useNoteAutosave(file, firstParagraph);
  const [content, setContent] = useState(first);
  const latest = useRef(content);
  const { numbers, areComplete } = useNoteNumbers(file.id, file.counts.notes, notesMentioned(content.text));
  const referable = { pages: file.counts.pages, notes: numbers, drafts };
  const change = (next: NoteContent) => {
    latest.current = next;
    setContent(next);
    autosave.change(next);
  };
  const editor = useTextEditor({
    text: first.text,
    onChange: (text: StructuredText) => change({ ...latest.current, text }),
    label: t('note.composer'),
    placeholder: t('note.placeholder'),
    referable,
    asksForReferences: true,
  });
  useEffect(() => {
    if (restored) announce(t('note.restored'));
  }, [restored, t]);

  const show = (next: NoteContent) => {
    latest.current = next;
    setContent(next);
    editor.commands.setContent(toEditor(next.text), { emitUpdate: false });
  };
  const pages = pagesReferredTo(content.text, referable);
  return {
    editor,
    state,
    decision: content.decision,
    decide: (decision) => change({ ...latest.current, decision }),
    ...kindOf(content),
    setKind: (of) => {
      const { text, decision } = latest.current;
      change({ text, decision, ...kindFor({ ...kindOf(latest.current), ...of }) });
    },
    lacksNames: lacksNames(content),
    isBlank: isBlankNote(content),
    hasWords: !isEmptyText(content.text),
    nextParagraph: firstParagraph,
    deadReferences: areComplete
      ? allWordsOf(content.text).flatMap((each) => findDeadReferences(writtenIn(each), referable))
      : [],
    detachedPages: detachedPages(correspondence, pages),
    uncitedPucs: uncitedPucs(correspondence, pages),
    flush: async () => {
      const mentioned = notesMentioned(latest.current.text);
      // Without a line what is known must do: the note is kept in the browser then, and is not sent.
      const notes = await noteNumbers(client, file.id, file.counts.notes, mentioned).catch(() => numbers);
      convertWrittenReferences(editor, { ...referable, notes });
      const version = await autosave.flush();
      if (lacksNames(latest.current) && !isBlankNote(latest.current))
        throw new OwnRefusal(t('note.discussionNeedsNames'));
      return version;
    },
    flushUnready: () => autosave.flush(),
    forget: () => {
      autosave.forget();
      show(EMPTY_NOTE);
    },
    adopt: (version) => autosave.adopt(version),
    settle: (next) => {
      if (state.kind !== 'stale') return;
      show(next);
      autosave.settle(next, state.theirs);
    },
  };
}

/** The notes that a text names and that are no references yet. */
function notesMentioned(text: StructuredText): number[] {
  return allWordsOf(text).flatMap((words) => notesWritten(writtenIn(words)));
}

const NOBODY: readonly string[] = [];

function kindOf({ kind, mainNote, discussedWith }: NoteContent): KindOfNote {
  return { kind: kind ?? 'ordinary', mainNote: mainNote ?? null, discussedWith: discussedWith ?? NOBODY };
}

const shown = new Map<string, Composer>();

/** The composer at the foot of this file's page, for an act of its head that takes the note along; undefined where nobody writes. */
export const composerOfFile = (fileId: string): Composer | undefined => shown.get(fileId);

/** While it is shown, acts elsewhere on the page find it. */
export function useFoundComposer(fileId: string, composer: Composer): void {
  useEffect(() => {
    shown.set(fileId, composer);
    return () => {
      if (shown.get(fileId) === composer) shown.delete(fileId);
    };
  }, [fileId, composer]);
}

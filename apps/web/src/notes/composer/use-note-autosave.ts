import {
  EMPTY_TEXT,
  type FileView,
  isEmptyText,
  type Named,
  type NoteContent,
  type PendingNote,
  type PostRef,
  type PostView,
  prepares,
  sameText,
} from '@patravali/contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { call } from '../../api/call';
import { keyOf } from '../../api/keys';
import { actingPostId } from '../../api/session/acting-post';
import { useActing } from '../../api/use-session';
import { Autosave, type AutosaveState, type Held } from '../autosave/autosave';
import { LocalCopy } from '../autosave/local-copy';
import { failureOf } from '../autosave/save-failure';
import { kindFor, savedAs } from './note-kind';

export interface NoteAutosave {
  autosave: Autosave<NoteContent>;
  state: AutosaveState<NoteContent>;
  /** What the composer shows first: what this browser kept if that is newer, else what the server holds. */
  first: NoteContent;
  /** The first text had been kept by this browser and not by the server. */
  restored: boolean;
}

/** Keeps the composer's note on the server and in the browser, for one file and one acting post. */
export function useNoteAutosave(file: Named<FileView>, provisionalFirstParagraph: number): NoteAutosave {
  const client = useQueryClient();
  const { session, post } = useActing();
  const isPrepared = prepares(post.capacity);
  const numbers = useRef({ provisionalNumber: file.counts.notes + 1, provisionalFirstParagraph });
  useEffect(() => {
    numbers.current = { provisionalNumber: file.counts.notes + 1, provisionalFirstParagraph };
  });
  const [state, setState] = useState<AutosaveState<NoteContent>>(() =>
    file.pendingNote ? { kind: 'saved', at: file.pendingNote.savedAt } : { kind: 'untouched' },
  );
  const { autosave, first, restored } = useMemo(() => {
    const fileId = file.id;
    const key = keyOf('getFile', { params: { fileId } });
    const remember = (note: Saved) =>
      client.setQueryData<Named<FileView>>(
        key,
        (known) =>
          known && {
            ...known,
            pendingNote: {
              ...numbers.current,
              ...note,
              preparedBy: isPrepared ? note.savedBy : (known.pendingNote?.preparedBy ?? null),
              putUpBy: known.pendingNote?.putUpBy ?? null,
              signedAt: null,
              textVersions: textVersionsAfter(known.pendingNote, note),
            },
          },
      );
    const copy = new LocalCopy<NoteContent>(`patravali.note.${actingPostId() ?? ''}.${fileId}`);
    const kept = copy.read();
    const held = heldBy(file.pendingNote);
    const made = new Autosave<NoteContent>({
      version: kept ? kept.version : (held?.version ?? null),
      known: held && (!kept || kept.version === held.version) ? held.content : null,
      save: async (content, ifMatch) => {
        const body = savedAs(content);
        const { id, version } =
          ifMatch === null
            ? await call('addNote', { params: { fileId }, body })
            : await call('changeNote', { params: { fileId }, body, ifMatch });
        const savedAt = new Date().toISOString();
        remember({
          id,
          version,
          text: body.text,
          decision: body.decision,
          kind: content.kind ?? 'ordinary',
          mainNote: body.mainNote ?? null,
          discussedWith: postsNamed(client, body.discussedWith),
          colour: 'yellow',
          savedAt,
          savedBy: session.user.name,
        });
        return { version, savedAt };
      },
      read: async () => heldBy((await call('getFile', { params: { fileId } })).pendingNote),
      same: (one, other) => sameNote(savedAs(one), savedAs(other)),
      failureOf,
      copy,
      onState: setState,
    });
    return { autosave: made, first: kept?.content ?? held?.content ?? EMPTY_NOTE, restored: kept !== null };
    // The note on the server changes with each save; only another file makes another composer.
  }, [client, file.id, session.user.name, isPrepared]);
  useEffect(() => autosave.start(first), [autosave, first]);
  return { autosave, state, first, restored };
}

export const EMPTY_NOTE: NoteContent = { text: EMPTY_TEXT, decision: null };

export function isBlankNote(note: NoteContent): boolean {
  return isEmptyText(note.text) && note.decision === null;
}

/** Whoever goes on after another begins a version; the server begins one after half an hour too. */
function textVersionsAfter(before: Named<PendingNote> | null, { savedBy }: Saved): number {
  if (!before) return 1;
  return before.textVersions + (before.savedBy.hi === savedBy.hi ? 0 : 1);
}

/** What a saved text says of the note; the rest is known before. */
type Saved = Pick<
  Named<PendingNote>,
  'id' | 'colour' | 'text' | 'decision' | 'kind' | 'mainNote' | 'discussedWith' | 'version' | 'savedAt' | 'savedBy'
>;

function heldBy(note: Named<PendingNote> | null): Held<NoteContent> | null {
  if (!note) return null;
  const { text, decision, kind, mainNote, version } = note;
  const discussedWith = note.discussedWith.map(({ id }) => id);
  return { content: { text, decision, ...kindFor({ kind, mainNote, discussedWith }) }, version };
}

/** They were chosen from the list of posts, so it is known. */
function postsNamed(client: QueryClient, ids: readonly string[] = []): PostRef[] {
  const posts = client.getQueryData<PostView[]>(keyOf('listPosts')) ?? [];
  return ids.flatMap((id) => posts.find((post) => post.id === id) ?? []);
}

function sameNote(one: NoteContent, other: NoteContent): boolean {
  const named = ({ discussedWith = [] }: NoteContent) => discussedWith.join(' ');
  return (
    one.decision === other.decision &&
    one.kind === other.kind &&
    one.mainNote === other.mainNote &&
    named(one) === named(other) &&
    sameText(one.text, other.text)
  );
}

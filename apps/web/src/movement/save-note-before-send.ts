import type { FileView, Named } from '@patravali/contract';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useCommand } from '../api/use-command';
import { keyOf } from '../api/keys';
import { opened } from '../custody/use-opening';
import type { Composer } from '../notes/composer/use-composer';
import { useSignFirst, wantsSignature } from '../notes/signing/use-sign-first';

interface SavedNote {
  /** There is a yellow note to confirm in the same act. */
  confirmNote: boolean;
  /** The version of the file that the person saw. */
  version: number;
}

/** Saves the note before the file leaves, has it signed where the office wants that, or discards it when it has been emptied again. */
export function useSaveNoteBeforeSend(
  file: Named<FileView>,
  composer: Composer,
  green: boolean,
): { saveNote: () => Promise<SavedNote>; signing: ReactNode } {
  const discard = useCommand('discardNote');
  const client = useQueryClient();
  const { sign, dialog } = useSignFirst(file.id);
  const saveNote = async () => {
    const params = { fileId: file.id };
    const version = async () => {
      await opened(file.id);
      return client.getQueryData<Named<FileView>>(keyOf('getFile', { params }))?.version ?? file.version;
    };
    const noteVersion = green ? (file.pendingNote?.version ?? null) : await composer.flush();
    if (!green && noteVersion !== null && composer.isBlank) {
      await discard.mutateAsync({ params, ifMatch: noteVersion });
      return { confirmNote: false, version: await version() };
    }
    if (noteVersion !== null && wantsSignature(file)) {
      composer.adopt(await sign(noteVersion));
      return { confirmNote: false, version: await version() };
    }
    return { confirmNote: !green && noteVersion !== null, version: await version() };
  };
  return { saveNote, signing: dialog };
}

import type { FileView, Named } from '@patravali/contract';
import { useQueryClient } from '@tanstack/react-query';
import { keyOf } from '../api/keys';
import { opened } from '../custody/use-opening';
import { useDiscardNote } from '../notes/api';
import type { Composer } from '../notes/composer/use-composer';

interface SavedNote {
  /** There is a yellow note to confirm in the same act. */
  confirmNote: boolean;
  /** The version of the file that the person saw. */
  version: number;
}

/** Saves the note before the file leaves, or discards it when it has been emptied again. */
export function useSaveNoteBeforeSend(
  file: Named<FileView>,
  composer: Composer,
  green: boolean,
): () => Promise<SavedNote> {
  const discard = useDiscardNote();
  const client = useQueryClient();
  return async () => {
    const params = { fileId: file.id };
    const version = async () => {
      await opened(file.id);
      return client.getQueryData<Named<FileView>>(keyOf('getFile', { params }))?.version ?? file.version;
    };
    if (green) return { confirmNote: false, version: await version() };
    const noteVersion = await composer.flush();
    if (noteVersion !== null && composer.isBlank) {
      await discard.mutateAsync({ params, ifMatch: noteVersion });
      return { confirmNote: false, version: await version() };
    }
    return { confirmNote: noteVersion !== null, version: await version() };
  };
}

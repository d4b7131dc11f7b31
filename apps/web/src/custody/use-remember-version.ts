import type { FileChanged, FileView, Named } from '@patravali/contract';
import { useQueryClient } from '@tanstack/react-query';
import { keyOf } from '../api/keys';

/**
 * Keeps the version that a command of this person has just given the file, so that the next command does not wait for
 * the file to be read again and is not taken for one that saw an older file.
 */
export function useRememberVersion(): (changed: FileChanged) => void {
  const client = useQueryClient();
  return ({ id, version }) =>
    void client.setQueryData<Named<FileView>>(
      keyOf('getFile', { params: { fileId: id } }),
      (known) => known && { ...known, version },
    );
}

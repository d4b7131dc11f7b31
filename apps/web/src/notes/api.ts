import type { NoteNumbers } from '@patravali/contract';
import { type QueryClient, queryOptions, useQueries } from '@tanstack/react-query';
import { call } from '../api/call';
import { keyOf } from '../api/keys';
import { useList, WHOLE } from '../api/lists/use-list';

/** The numbers of a sheet are fetched by stretches of so many notes. */
const STRETCH = 100;

/**
 * The numbers of notes of a sheet and their paragraphs, as far as they have come: what a reference may name. They are asked
 * for the last notes and for those that are mentioned, however long the sheet is.
 * @param count How many notes the sheet has.
 */
export function useNoteNumbers(fileId: string, count: number, mentioned: readonly number[] = []) {
  return useQueries({
    queries: stretchesOf(count, mentioned).map((from) => numbersFrom(fileId, from)),
    combine: (results) => ({
      numbers: results.flatMap(({ data }) => data ?? []),
      areComplete: results.every(({ data }) => data !== undefined),
    }),
  });
}

/** The same numbers once all of them have come. */
export async function noteNumbers(
  client: QueryClient,
  fileId: string,
  count: number,
  mentioned: readonly number[],
): Promise<NoteNumbers[]> {
  const stretches = stretchesOf(count, mentioned).map((from) =>
    client.query({ ...numbersFrom(fileId, from), staleTime: 'static' }),
  );
  return (await Promise.all(stretches)).flat();
}

const numbersFrom = (fileId: string, from: number) =>
  queryOptions({
    queryKey: keyOf('listNoteNumbers', fileId, from),
    queryFn: async ({ signal }) => {
      const page = await call('listNoteNumbers', { params: { fileId }, query: { from, limit: STRETCH } }, { signal });
      return page.items;
    },
  });

/** The first note of each stretch in which one of these stands, or one of the last notes. */
function stretchesOf(count: number, mentioned: readonly number[]): number[] {
  const notes = [count - STRETCH, count, ...mentioned].filter((note) => note >= 1 && note <= count);
  const starts = new Set(notes.map((note) => note - ((note - 1) % STRETCH)));
  return [...starts].sort((one, other) => one - other);
}

/** The versions of the note in writing. */
export const useNoteVersions = (fileId: string) => useList('listNoteVersions', { params: { fileId } }, WHOLE);

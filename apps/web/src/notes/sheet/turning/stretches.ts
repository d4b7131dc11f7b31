import type { Named, NoteView } from '@patravali/contract';
import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { call } from '../../../api/call';
import { keyOf } from '../../../api/keys';

/** A sheet is fetched by stretches of so many notes: what a screen shows, and some above. */
export const STRETCH = 10;
/** A sheet of so many notes is fetched whole as soon as its end is there: it can be searched and printed by the browser. */
const FETCHED_WHOLE = 60;

/** Some notes of the sheet that follow each other: `notes` is undefined until they have come. */
export interface NoteStretch {
  readonly from: number;
  readonly until: number;
  readonly notes: readonly Named<NoteView>[] | undefined;
}

/** The note sheet of a file as far as it has been looked at. */
export interface SheetInStretches {
  readonly stretches: readonly NoteStretch[];
  /** The last note of the sheet; undefined while it has not come, or when there is none. */
  readonly last: Named<NoteView> | undefined;
  readonly error: Error | null;
  /** Fetches the stretch in which this note stands. */
  readonly want: (note: number) => void;
}

/**
 * The note sheet, its end first. What lies above is fetched when it is wanted, so that a sheet of 500 notes opens as
 * fast as one of five.
 * @param count How many notes the sheet has.
 */
export function useSheet(fileId: string, count: number): SheetInStretches {
  const stretches = useMemo(() => stretchesOf(count), [count]);
  const [wanted, setWanted] = useState<ReadonlySet<number>>(new Set());
  const atEnd = stretches.at(-1)?.from;
  const queries = useQueries({
    queries: stretches.map(({ from }) => ({
      ...stretchFrom(fileId, from),
      enabled: from === atEnd || wanted.has(from),
    })),
    combine: (results) => ({
      data: results.map(({ data }) => data),
      error: results.find(({ error }) => error)?.error ?? null,
    }),
  });
  const loaded = useMemo(
    () => stretches.map((stretch, index) => ({ ...stretch, notes: queries.data[index] })),
    [stretches, queries.data],
  );
  const want = useCallback((note: number) => {
    const from = startOf(note);
    setWanted((known) => (known.has(from) ? known : new Set(known).add(from)));
  }, []);
  const endIsThere = loaded.at(-1)?.notes !== undefined;
  useEffect(() => {
    if (!endIsThere) return;
    if (count <= FETCHED_WHOLE) for (const { from } of stretches) want(from);
    else want(count - STRETCH);
  }, [endIsThere, count, stretches, want]);
  return { stretches: loaded, last: loaded.at(-1)?.notes?.at(-1), error: queries.error, want };
}

/** One note of the sheet, fetched with those around it. */
export function useNote(fileId: string, number: number) {
  const { data, isPending } = useQuery(stretchFrom(fileId, startOf(number)));
  return { note: data?.find((one) => one.number === number), isPending };
}

/** The last notes of the sheet: at least `least`, if it has as many. */
export function useLastNotes(fileId: string, count: number, least: number) {
  return useQueries({
    queries: lastNotesQueries(fileId, count, least),
    combine: (results) => ({
      notes: results.flatMap(({ data }) => data ?? []).slice(-least),
      isPending: results.some(({ isPending }) => isPending),
    }),
  });
}

export function lastNotesQueries(fileId: string, count: number, least: number) {
  const starts = count === 0 ? [] : [startOf(Math.max(1, count - least + 1)), startOf(count)];
  return [...new Set(starts)].map((from) => stretchFrom(fileId, from));
}

const stretchFrom = (fileId: string, from: number) =>
  queryOptions({
    queryKey: keyOf('listNotes', fileId, from),
    queryFn: async ({ signal }) => {
      const page = await call('listNotes', { params: { fileId }, query: { from, limit: STRETCH } }, { signal });
      return page.items;
    },
  });

function stretchesOf(count: number): Omit<NoteStretch, 'notes'>[] {
  return Array.from({ length: Math.ceil(count / STRETCH) }, (_, index) => ({
    from: index * STRETCH + 1,
    until: Math.min(count, (index + 1) * STRETCH),
  }));
}

const startOf = (note: number) => note - ((note - 1) % STRETCH);

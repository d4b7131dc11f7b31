import type { FieldRead, ReadField } from '@patravali/contract';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { queryOf } from '../../api/query-of';
import { useActing } from '../../api/use-session';
import { useUrgenciesToGive } from '../../organisation/urgencies';
import type { ForwardForm } from '../../movement/forward/use-forward-form';
import { type DiaryEntry, emptyEntry } from './diary-entry';

const SOON_MS = 1_000;
const LATEST_MS = 15_000;
const SLOWER = 1.4;

/** What was read of the letter, of the fields that still hold it. */
export type LetterRead = Readonly<Partial<Record<ReadField, FieldRead>>>;

export interface ReadingOfLetter {
  /** Fields that hold what a machine has read. */
  readonly read: LetterRead;
  /** Its scan is still being read. */
  readonly isRead: 'reading' | 'read' | 'none';
  /** The value whose field the person is in. */
  readonly shown: FieldRead | undefined;
  readonly show: (field: ReadField | null) => void;
}

/** Whoever is in the field that is filled types instead of it, and not behind it. */
function selectWhatIsFilled(): void {
  const { activeElement: field } = document;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const { value } = field;
  requestAnimationFrame(() => {
    if (document.activeElement === field && value === '' && field.value !== '') field.select();
  });
}

/** Fills what the clerk has left empty with what is read of the stored letter; what is typed stays. */
export function useLetterRead(
  documentId: string | undefined,
  diary: UseFormReturnType<DiaryEntry>,
  mark: ForwardForm['form'],
): ReadingOfLetter {
  const [field, show] = useState<ReadField | null>(null);
  const urgencies = useUrgenciesToGive(useActing().post.roles);
  const { data } = useQuery({
    ...queryOf('readDocumentLetter', { params: { documentId: documentId ?? '' } }, { staleTime: 0 }),
    enabled: documentId !== undefined,
    refetchInterval: ({ state }) => {
      const isUnderWay = !state.data || state.data.state === 'waiting' || state.data.state === 'running';
      return isUnderWay && !state.error ? Math.min(LATEST_MS, SOON_MS * SLOWER ** state.dataUpdateCount) : false;
    },
  });
  // Whoever may not give a degree of urgency is not offered it.
  const fields = (documentId === undefined ? [] : (data?.fields ?? [])).filter(
    ({ field, value }) => field !== 'urgency' || urgencies.some((urgency) => urgency === value),
  );
  /** What was filled in is filled in once: a field that the clerk empties stays empty. */
  const filled = useRef(new Map<string, Set<ReadField>>());
  useEffect(() => {
    if (documentId === undefined) return;
    const before = filled.current.get(documentId) ?? new Set<ReadField>();
    filled.current.set(documentId, before);
    const empty = emptyEntry();
    const fresh = fields.filter(({ field }) => !before.has(field));
    if (fresh.length > 0) selectWhatIsFilled();
    for (const { field, value } of fresh) {
      before.add(field);
      if (field === 'dueOn') {
        if (mark.values.dueOn === '') mark.setFieldValue('dueOn', value);
      } else if (diary.values[field] === empty[field]) diary.setFieldValue(field, value);
    }
  });
  const holds = ({ field, value }: FieldRead) =>
    (field === 'dueOn' ? mark.values.dueOn : diary.values[field]) === value;
  const read: LetterRead = Object.fromEntries(fields.filter(holds).map((each) => [each.field, each]));
  const isRead =
    !data || documentId === undefined
      ? 'none'
      : data.state === 'waiting' || data.state === 'running'
        ? 'reading'
        : 'read';
  return { read, isRead, shown: field === null ? undefined : read[field], show };
}

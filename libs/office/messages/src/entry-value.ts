import type { Correction, EntryField } from '@patravali/contract';

type EntryValue = Correction['changes'][number]['before'];

/** The closed list from which a field of the diary takes its values. */
const LISTS: Partial<Record<EntryField, string>> = {
  deliveryMode: 'deliveryMode',
  language: 'letterLanguage',
  grading: 'grading',
  urgency: 'urgency',
};
const DAYS: readonly EntryField[] = ['letterDate', 'receivedOn'];

interface Shown {
  readonly label: (list: string, value: string) => string;
  readonly day: (day: string) => string;
}

/** What stands in a field of the diary, as the register and the page write it; a dash where nothing stands. */
export function entryValue(field: EntryField, value: EntryValue, { label, day }: Shown): string {
  if (value === null) return '—';
  const text = String(value);
  if (DAYS.includes(field)) return day(text);
  const list = LISTS[field];
  return list === undefined ? text : label(list, text);
}

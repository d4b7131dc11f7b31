import type { KeyboardEvent } from 'react';

/** Where one types or chooses; not what opens a calendar or waits in a folded part. */
const FIELDS = 'input:not([tabindex="-1"]):not([type="hidden"]), textarea, select';

/** Enter in a field of one line goes to the next field, for a form that Enter must not finish. */
export function enterToNextField(event: KeyboardEvent<HTMLFormElement>): void {
  const { key, ctrlKey, altKey, metaKey, target, currentTarget } = event;
  if (key !== 'Enter' || ctrlKey || altKey || metaKey || !(target instanceof HTMLInputElement)) return;
  // Of a word still being composed, and of a list that is open, Enter chooses.
  if (event.nativeEvent.isComposing || event.defaultPrevented) return;
  event.preventDefault();
  const fields = [...currentTarget.querySelectorAll<HTMLElement>(FIELDS)].filter((field) => field.checkVisibility());
  const next = fields[fields.indexOf(target) + 1];
  next?.focus();
  // As with Tab: what one types then stands for what stood there.
  if (next instanceof HTMLInputElement) next.select();
}

const FIELD = ':is(input:not([type=hidden], [type=file]), textarea, select, [contenteditable=true])';

/** Leads the focus to what a form still wants: its first field that is empty though it is needed, else its first field. */
export function focusMissing(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>(`${FIELD}:invalid`) ?? form?.querySelector<HTMLElement>(FIELD);
  field?.focus();
}

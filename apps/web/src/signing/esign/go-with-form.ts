import type { Answer } from '@patravali/contract';

/** The browser leaves for another site, with what is to be told there as a form. */
export function goWithForm({ url, fields }: Answer<'beginESign'>): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = url;
  for (const { name, value } of fields) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

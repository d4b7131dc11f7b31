/** A file, a receipt or a letter that is selected, as its list shows it. */
export interface Thing {
  id: string;
  number: string;
  subject: string;
}

export type KindOfThing = 'files' | 'receipts' | 'letters';

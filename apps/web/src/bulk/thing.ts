/** A file, a receipt or a letter that is selected, as its list shows it. */
export interface Thing {
  id: string;
  number: string;
  subject: string;
}

export type KindOfThing = 'files' | 'receipts' | 'letters';

/** What goes from desk to desk; a letter is signed where it is. */
export type MovedThing = Exclude<KindOfThing, 'letters'>;

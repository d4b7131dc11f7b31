/** A table of texts, as a person would type it: no cell is ever more than its text. */
export interface Sheet {
  readonly title: string;
  readonly columns: readonly string[];
  /** One text for each column. */
  readonly rows: readonly (readonly string[])[];
}

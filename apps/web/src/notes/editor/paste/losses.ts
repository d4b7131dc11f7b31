/** What a text on the clipboard may have that is not kept, or not kept as it was; in the order in which it is told. */
export const LOSSES = [
  'images',
  'looks',
  'effects',
  'headings',
  'links',
  'notes',
  'mergedCells',
  'nestedTables',
  'deepLists',
  'manyColumns',
  'tableHere',
  'tooMuch',
] as const;
export type Loss = (typeof LOSSES)[number];

export interface Pasted<Part> {
  readonly blocks: readonly Part[];
  readonly losses: ReadonlySet<Loss>;
}

/** Why a file is not read as a table: it is none, it holds too much, or its cells are more than their texts. */
export type TableFault = 'unreadable' | 'too-large' | 'not-plain';

export class TableUnfit extends Error {
  constructor(
    readonly fault: TableFault,
    cause?: unknown,
  ) {
    super(fault, { cause });
    this.name = new.target.name;
  }
}

export interface TableLimits {
  /** With the one of the names of the columns. */
  readonly rows: number;
  readonly columns: number;
  /** Of all parts of a workbook together, unpacked. */
  readonly unpackedBytes: number;
}

import type { Language } from '@patravali/contract-base';
import type { Generated } from '../setting/generated';

export interface RegisterColumn {
  readonly heading: string;
  /** Its share of the width of the page, relative to the other columns. */
  readonly width: number;
}

/** A register of some days, in the order of its rows. */
export interface RegisterData {
  readonly title: string;
  readonly language: Language;
  readonly office: string;
  readonly unit: string | null;
  /** First and last day, `YYYY-MM-DD`, inclusive; null where the period is open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly columns: readonly RegisterColumn[];
  /** One text for each column. */
  readonly rows: readonly (readonly string[])[];
  /** A last row that sums the others up, and is none itself. */
  readonly sum?: readonly string[];
  /** A line below the rows, on the log of the office. */
  readonly checkpoint?: string | null;
  readonly generated: Generated;
}

import type { PostgresCluster } from '../../apps/office/src/postgres';
import type { Row } from '../measuring/pairs';
import type { BenchOffice } from '../office/bench-office';

/** What a section measures with. */
export interface Ground {
  readonly cluster: PostgresCluster;
  /** A folder for what is made on the way. */
  readonly folder: string;
  /** 10,000 files. */
  readonly small: BenchOffice;
  /** As many files as asked for. */
  readonly large: BenchOffice;
}

export interface Section {
  readonly name: string;
  /** Which of the two offices it needs open. */
  readonly needs: readonly ('small' | 'large')[];
  measure(ground: Ground): Promise<Row[]>;
}

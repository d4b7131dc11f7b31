import type { PostgresCluster } from '../../apps/office/src/postgres';
import type { Measure, Row } from '../measuring/measure';
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

/** @typeParam Extent how much it measures: seconds, pairs, pages. */
export interface Section<Extent extends object = object> {
  readonly name: string;
  /** Which of the two offices it needs open. */
  readonly needs: readonly ('small' | 'large')[];
  /** Every line of the README's table that it fills. */
  readonly measures: readonly Measure[];
  /** For figures that are published. */
  readonly whole: Extent;
  /** As little as still gives every figure: whether it works at all. */
  readonly least: Extent;
  /** Why it cannot be measured on this machine. */
  readonly lacks?: () => string | null;
  measure(ground: Ground, extent: Extent): Promise<Row[]>;
}

/** With the offices open that it needs; none is open after it. */
export async function runSection(section: Section, ground: Ground, extent: object): Promise<Row[]> {
  try {
    for (const which of section.needs) await ground[which].open();
    return await section.measure(ground, extent);
  } finally {
    await ground.small.close();
    await ground.large.close();
  }
}

export const onLinuxOnly = (): string | null =>
  process.platform === 'linux' ? null : 'processor time and memory are read from /proc';

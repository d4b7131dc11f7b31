import { encode } from 'uqr';

/** A QR code as what is dark of it, row by row, for a template: `[column, row, length]` of each run, in modules. */
export interface QrCode {
  /** Modules of a side, without the quiet zone. */
  readonly size: number;
  readonly runs: readonly (readonly [number, number, number])[];
}

/** A seventh of it may be lost to a stamp or a fold. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  return { size, runs: data.flatMap((row, y) => darkRuns(row, y)) };
}

function darkRuns(row: readonly boolean[], y: number): [number, number, number][] {
  const runs: [number, number, number][] = [];
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1);
    if (!isDark) continue;
    if (last && last[0] + last[2] === x) last[2] += 1;
    else runs.push([x, y, 1]);
  }
  return runs;
}

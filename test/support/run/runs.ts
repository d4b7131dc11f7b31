/** How many times longer than in the short tier the proofs run; `npm run proof` sets it. */
const MORE = Number(process.env.PROOF_TIMES ?? 1);

/** How often a proof repeats what it draws at random, or how long it may take: so much in the short tier. */
export function runs(usually: number): number {
  return usually * MORE;
}

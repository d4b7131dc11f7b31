/** How many times longer than `npm test` the proofs run; `npm run proof` sets it. */
const MORE = Number(process.env.PROOF_TIMES ?? 1);

/** How often a proof repeats what it draws at random, or how long it may take: so much in `npm test`. */
export function runs(usually: number): number {
  return usually * MORE;
}

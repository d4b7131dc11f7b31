/** How many times more the long proofs (`npm run proof`) try than `npm test` does. */
const MORE = Number(process.env.PROOF_TIMES ?? 1);

/** How often a proof that draws at random is run: so many times in `npm test`. */
export function runs(usually: number): number {
  return usually * MORE;
}

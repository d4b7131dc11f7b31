/** Draws one of several, in the same way each time. */
export type Draw = <T>(from: readonly [T, ...T[]] | readonly T[]) => T;

export function drawing(seed: number): Draw {
  let state = seed;
  return <T>(from: readonly [T, ...T[]] | readonly T[]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from[Math.floor((state / 2_147_483_648) * from.length)] as T;
  };
}

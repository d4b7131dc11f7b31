/** Tests that stand on each other: when one fails, those after it say so at once. */
export function journeySteps(withinMs = 180_000): (name: string, step: () => Promise<void>) => void {
  let failed: string | undefined;
  return (name, step) =>
    it(
      name,
      async () => {
        if (failed !== undefined) throw new Error('not reached');
        failed = name;
        await step();
        failed = undefined;
      },
      withinMs,
    );
}

export interface Step {
  readonly name: string;
  readonly work: () => Promise<void>;
}

/**
 * Goes through one story in one test. Its steps stand on each other, so the first that fails ends it, and the failure
 * bears the name of that step alone.
 */
export async function tellStory(steps: readonly Step[]): Promise<void> {
  for (const { name, work } of steps) {
    await work().catch((cause: unknown) => {
      throw new Error(`the step "${name}" failed`, { cause });
    });
  }
}

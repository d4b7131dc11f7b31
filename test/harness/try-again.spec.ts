interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failedSuites: readonly { readonly suite: string; readonly why: string }[];
  readonly passedSuites: readonly string[];
}
interface Step {
  readonly name: string;
  readonly projects: readonly string[];
  readonly halves?: boolean;
}
interface TryAgain {
  readonly tryAgainBesideALoad: (step: Step, words: readonly string[], first: Outcome) => Promise<object>;
}

const runStep = jest.fn<Promise<Outcome>, [Step & { readonly again: Outcome['failedSuites'] }, readonly string[]]>();
jest.doMock('../support/run/run-step.cjs', () => ({ runStep }));
const { tryAgainBesideALoad } = jest.requireActual<TryAgain>('../support/run/try-again.cjs');

const SUITES = ['test/one.spec.ts', 'test/other.spec.ts'];
const STEP = { name: 'modules of its own', projects: ['office'], halves: true };
const OF_NONE: Outcome = { passed: 0, failed: 0, skipped: 0, failedSuites: [], passedSuites: [] };
const FIRST = { ...OF_NONE, passed: 7, failed: 2, failedSuites: SUITES.map((suite) => ({ suite, why: 'late' })) };

describe('the second try', () => {
  beforeEach(() => {
    runStep.mockReset();
    jest.spyOn(console, 'log').mockReturnValue();
  });

  it('runs every suite that failed, also where the first ran one half of them', async () => {
    runStep.mockResolvedValue({ ...OF_NONE, passed: 2, passedSuites: SUITES });
    const both = await tryAgainBesideALoad(STEP, ['notes', '--verbose'], FIRST);
    expect(both).toEqual({ passed: 9, failed: 0, skipped: 0, atSecondTry: SUITES });
    const [[step, words] = []] = runStep.mock.calls;
    expect(step).toMatchObject({ projects: ['office'], halves: false, again: FIRST.failedSuites });
    expect(words).toEqual(['--verbose', '--runTestsByPath', ...SUITES]);
  });

  it('counts a suite that it did not run as one that failed', async () => {
    runStep.mockResolvedValue({ ...OF_NONE, passed: 1, passedSuites: SUITES.slice(1) });
    expect(await tryAgainBesideALoad(STEP, [], FIRST)).toMatchObject({ failed: 1, atSecondTry: SUITES.slice(1) });
  });
});

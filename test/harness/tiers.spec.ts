import { globSync } from 'node:fs';
import { join } from 'node:path';

interface Project {
  readonly name: string;
  readonly tier: 'test' | 'short' | 'long';
  readonly suites: readonly string[];
  readonly except?: readonly string[];
}
interface Step {
  readonly projects?: readonly string[];
  readonly program?: readonly string[];
}
interface Tiers {
  readonly projects: readonly Project[];
  readonly parts: readonly { readonly name: string; readonly number: number; readonly steps: readonly Step[] }[];
  readonly partOfTheDay: (now: Date) => { readonly number: number };
  readonly stepsOf: (tier: string) => readonly Step[];
}

const { projects, parts, partOfTheDay, stepsOf } = jest.requireActual<Tiers>('../tiers.cjs');
const ROOT = join(__dirname, '../..');

const suitesIn = (globs: readonly string[]) => globSync([...globs], { cwd: ROOT });
const suitesOf = ({ suites, except = [] }: Project) => suitesIn(suites).filter((path) => !except.includes(path));
const projectsOf = (steps: readonly Step[]) => [...new Set(steps.flatMap((step) => step.projects ?? []))].sort();
const namesOf = (...tiers: string[]) =>
  projects
    .filter(({ tier }) => tiers.includes(tier))
    .map(({ name }) => name)
    .sort();

describe('the tiers of the tests', () => {
  it('hold each suite once', () => {
    const all = suitesIn(['libs/**/*.spec.ts', 'apps/{api,office,worker}/**/*.spec.ts', 'test/**/*.spec.ts'])
      .filter((path) => !path.startsWith('test/runner/fixtures/'))
      .sort();
    expect(projects.flatMap(suitesOf).sort()).toEqual(all);
    expect(projects.filter((project) => suitesOf(project).length === 0)).toEqual([]);
  });

  it('of a day are `short` and one part of `long`; seven days run all there is', () => {
    const days = parts.map(({ number }) => {
      process.env.PART = String(number);
      return projectsOf(stepsOf('ci'));
    });
    delete process.env.PART;
    for (const day of days) expect(day).toEqual(expect.arrayContaining(namesOf('short')));
    expect([...new Set(days.flat())].sort()).toEqual(expect.arrayContaining(namesOf('short', 'long')));
    expect(projectsOf(stepsOf('all'))).toEqual(namesOf('test', 'short', 'long'));
    expect(projectsOf(stepsOf('test'))).toEqual(namesOf('test'));
  });

  it('take their part of `long` from the day of the year', () => {
    const numbers = ['2026-01-01', '2026-01-02', '2026-01-08', '2026-12-31'].map(
      (day) => partOfTheDay(new Date(`${day}T09:00:00Z`)).number,
    );
    expect(numbers).toEqual([1, 2, 1, 365 % 7]);
  });
});

import { type FirstLoad, scriptsOf, weightOf } from '../../support/page/first-load';

/**
 * Kilobytes (of 1000) of JavaScript that a browser loads at first, compressed, and no more: three in a hundred above what
 * it is today, so that nothing heavy slips in. Change it on purpose.
 */
const MOST: Readonly<Record<FirstLoad, number>> = { 'sign-in': 178, desk: 250 };

describe.each(Object.entries(MOST) as [FirstLoad, number][])('the first load of the page: %s', (name, most) => {
  it(`is at most ${most} kB of JavaScript`, () => {
    const scripts = scriptsOf(name).map((script) => ({ script, bytes: weightOf(script) }));
    const bytes = scripts.reduce((sum, each) => sum + each.bytes, 0);
    const heaviest = scripts.toSorted((one, other) => other.bytes - one.bytes).slice(0, 15);
    const listed = heaviest.map((each) => `${each.script} ${each.bytes}`).join('\n');
    expect(bytes > most * 1000 ? `${bytes} bytes:\n${listed}` : '').toBe('');
  });
});

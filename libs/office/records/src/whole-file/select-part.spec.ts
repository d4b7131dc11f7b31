import { type FileSelection, readSelection } from '@patravali/contract';
import { pagesOf, presentIn, refuseOutside } from './select-part';

const selected = (typed: string): FileSelection => readSelection(typed) ?? { pages: [], notes: [] };

describe('a selection that names what is not on the file', () => {
  const file = presentIn(
    [
      { firstPage: 1, lastPage: 5 },
      { firstPage: 8, lastPage: 9 },
    ],
    [1, 2, 3],
  );

  it.each([
    ['C/1-9', 'C/6–7'],
    ['C/4-20, N/2', 'C/6–7, C/10–20'],
    ['N/4-9, C/6', 'C/6, N/4–9'],
    ['C/100', 'C/100'],
  ])('%s: says that %s is missing, and what there is', (typed, missing) => {
    const refusal = { code: 'selection-not-on-file', params: { missing, present: 'C/1–5, C/8–9, N/1–3' } };
    expect(() => refuseOutside(selected(typed), file)).toThrow(expect.objectContaining(refusal) as Error);
  });

  it('is told from one that is all there', () => {
    expect(() => refuseOutside(selected('C/1-5, C/8-9, N/1-3'), file)).not.toThrow();
    expect(pagesOf({ firstPage: 1, lastPage: 5 }, selected('C/2-3, C/5-8'))).toEqual([2, 3, 5]);
  });
});

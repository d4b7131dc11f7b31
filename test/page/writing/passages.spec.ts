import { passagesOf } from '../../../apps/web/src/records/redaction/passages';

const box = (left: number, top: number, width: number, height: number) => ({ left, top, width, height });

describe('what is left out where words stand', () => {
  it('is one area a line, as high as the highest sign and a little around it', () => {
    // The boxes of उप जिलाधिकारी in a letter: the sign of a vowel stands above every other one.
    const letters = [
      box(104.9, 221, 15.1, 7),
      box(120, 218, 11.2, 10),
      box(131, 221, 10.5, 7.1),
      box(141.3, 218, 9.8, 10),
      box(151, 221, 11.5, 6.9),
      box(162.3, 218, 7.5, 10.1),
    ];
    const [passage, ...others] = passagesOf(letters);
    expect(others).toEqual([]);
    expect(passage?.left).toBeCloseTo(102.9);
    expect(passage?.top).toBeCloseTo(216);
    expect(passage?.width).toBeCloseTo(169.8 + 2 - 102.9);
    expect(passage?.height).toBeCloseTo(228.1 + 2 - 216);
  });

  it('of words that go on in the next line is an area in each', () => {
    expect(passagesOf([box(400, 100, 90, 10), box(50, 118, 60, 10), box(112, 115, 20, 13)])).toEqual([
      box(398, 98, 94, 14),
      box(48, 113, 86, 17),
    ]);
  });

  it('does not reach beyond the edges of a page at the top and at the left', () => {
    expect(passagesOf([box(1, 0.5, 20, 10)])).toEqual([box(0, 0, 23, 12.5)]);
  });

  it('is nothing where there are none', () => {
    expect(passagesOf([])).toEqual([]);
  });
});

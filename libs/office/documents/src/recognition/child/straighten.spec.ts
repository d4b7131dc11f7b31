import { straightened } from './straighten';

const PAGE = { width: 1000, height: 800, dotsPerInch: 300, scale: 4, grey: Buffer.alloc(0) };
const QUARTER = Math.PI / 2;

describe('the place of a word on a page that was straightened to be read', () => {
  it('is the same where nothing was turned', () => {
    const box = { left: 700, top: 100, width: 80, height: 20 };
    expect(straightened(box, PAGE, 0)).toEqual(box);
  });

  it('is turned back about the middle of the page, and keeps its size', () => {
    const back = straightened({ left: 760, top: 390, width: 80, height: 20 }, PAGE, QUARTER);
    expect(back).toMatchObject({ width: 80, height: 20 });
    expect(back.left).toBeCloseTo(460);
    expect(back.top).toBeCloseTo(90);
  });

  it('is where it stood, by whatever slant it was turned', () => {
    const slanted = straightened({ left: 700, top: 100, width: 80, height: 20 }, PAGE, 0.02);
    expect(slanted.left).toBeCloseTo(694.15, 2);
    expect(slanted.top).toBeCloseTo(95.26, 2);
  });
});

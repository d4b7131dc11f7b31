import { drawnDay } from './drawn-day';

describe('the day that a signature draws', () => {
  it('is the same strokes each time, those of each sign behind those of the one before', () => {
    const drawn = drawnDay('11.1', 8);
    expect(drawn).toBe(drawnDay('11.1', 8));
    const places = [...drawn.matchAll(/q 1 0 0 1 ([\d.]+) 0\.5 cm/g)].map(([, x]) => Number(x));
    expect(places).toEqual([0.5, 5.9, 11.3, 13.5]);
  });

  it('has strokes for every digit and the dot, and nothing else', () => {
    expect(() => drawnDay('0123456789.', 8)).not.toThrow();
    expect(() => drawnDay('24 Nov', 8)).toThrow('no part of a day');
  });
});

/**
 * The strokes of each sign on a grid that is four wide and seven high, from its lower left, as a pen would draw them: a font would have
 * to be embedded with every signature.
 */
const STROKES: Readonly<Record<string, string>> = {
  0: '2 7 m 0.6 7 0 5.6 0 3.5 c 0 1.4 0.6 0 2 0 c 3.4 0 4 1.4 4 3.5 c 4 5.6 3.4 7 2 7 c',
  1: '0.6 5.6 m 2.2 7 l 2.2 0 l',
  2: '0.2 5.2 m 0.4 7.7 4 7.5 3.8 5 c 3.6 3.2 1.2 2 0.1 0 c 4 0 l',
  3: '0.3 5.8 m 0.9 7.5 3.7 7.3 3.7 5.3 c 3.7 4 2.6 3.7 1.6 3.7 c 3 3.7 4 3.2 4 1.9 c 4 -0.5 0.8 -0.5 0.1 1.3 c',
  4: '3.1 0 m 3.1 7 l 0 2.1 l 4.2 2.1 l',
  5: '3.7 7 m 0.8 7 l 0.5 3.9 l 1.5 4.8 4 4.6 4 2.3 c 4 -0.5 0.9 -0.6 0.1 1.1 c',
  6: '3.5 6.5 m 1.2 7.9 0 5 0 2.4 c 0 -0.8 4 -0.8 4 2.2 c 4 5.1 0.4 5.1 0 2.4 c',
  7: '0 7 m 4 7 l 1.4 0 l',
  8: '2 3.8 m 0 3.8 0 7 2 7 c 4 7 4 3.8 2 3.8 c -0.6 3.8 -0.6 0 2 0 c 4.6 0 4.6 3.8 2 3.8 c',
  9: '0.5 0.5 m 2.8 -0.9 4 2 4 4.6 c 4 7.8 0 7.8 0 4.8 c 0 1.9 3.6 1.9 4 4.6 c',
  '.': '0.5 0.1 m 0.5 0.1 l',
};
const HEIGHT = 7;
const advanceOf = (sign: string): number => (sign === '.' ? 2.2 : 5.4);

/** Content of a page that draws this text of digits and dots in a room of this height, from its lower left. @throws Error for any other sign */
export function drawnDay(text: string, height: number): string {
  const scale = height / (HEIGHT + 1);
  const signs = text.match(/./gu) ?? [];
  const strokes = signs.map((sign, index) => {
    const path = STROKES[sign];
    if (path === undefined) throw new Error(`${sign} is no part of a day`);
    const x = signs.slice(0, index).reduce((sum, before) => sum + advanceOf(before), 0.5);
    return `q 1 0 0 1 ${x.toFixed(1)} 0.5 cm ${path} S Q`;
  });
  return `q ${scale.toFixed(4)} 0 0 ${scale.toFixed(4)} 0 0 cm 0.8 w 1 J 1 j 0 G ${strokes.join(' ')} Q`;
}

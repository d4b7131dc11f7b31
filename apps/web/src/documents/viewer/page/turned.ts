import type { PageSize } from '../../pdf/page-geometry';

/** Quarter turns to the right. */
export type Turned = 0 | 1 | 2 | 3;

export function turnedBy(turned: Turned, by: 1 | -1): Turned {
  return ((turned + by + 4) % 4) as Turned;
}

/** A page as large as it is seen when it is turned. */
export function turnedSize({ width, height }: PageSize, turned: Turned): PageSize {
  return turned % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** CSS: turns a sheet of this size, in pixels, about its top left corner and back to where it stood. */
export function turnedInPlace({ width, height }: PageSize, turned: Turned): string | undefined {
  const back: Readonly<Record<Turned, string>> = {
    0: '',
    1: `translate(${height}px, 0)`,
    2: `translate(${width}px, ${height}px)`,
    3: `translate(0, ${width}px)`,
  };
  return turned === 0 ? undefined : `${back[turned]} rotate(${turned * 90}deg)`;
}

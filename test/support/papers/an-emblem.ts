import { toPng } from '../../../libs/office/letters/test/golden-page';

const SIDE = 120;

/** A ring, as the emblem of an office that does not exist. */
export function anEmblem(): Buffer {
  const pixels = new Uint8Array(SIDE * SIDE).map((_, at) => {
    const from = Math.hypot((at % SIDE) - SIDE / 2, Math.floor(at / SIDE) - SIDE / 2);
    return from < SIDE / 2 && from > SIDE / 3 ? 51 : 255;
  });
  return toPng({ width: SIDE, height: SIDE, pixels });
}

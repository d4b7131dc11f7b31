import { anEmblem } from '../../../../../test/support/an-emblem';
import { pictureKind } from './picture';

/** A JPEG by its marks: what stands between them is not looked at. */
function aJpeg({ colours = 3, width = 100, frame = 0xffc0 } = {}): Buffer {
  const head = Buffer.alloc(19);
  head.writeUInt16BE(frame, 0);
  head.writeUInt16BE(17, 2);
  head.writeUInt16BE(80, 5);
  head.writeUInt16BE(width, 7);
  head[9] = colours;
  return Buffer.concat([Buffer.from([0xff, 0xd8]), head, Buffer.from([0xff, 0xda, 0, 4, 1, 2, 9, 9, 0xff, 0xd9])]);
}

describe('a picture', () => {
  const png = anEmblem();
  const changed = (at: number, byte: number) => Buffer.from(png).fill(byte, at, at + 1);

  it('is a whole PNG or a whole JPEG', () => {
    expect(pictureKind(png)).toBe('png');
    expect(pictureKind(aJpeg())).toBe('jpeg');
    expect(pictureKind(aJpeg({ colours: 1, frame: 0xffc2 }))).toBe('jpeg');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a PNG that is cut off', png.subarray(0, -13)],
    ['a PNG without its end', png.subarray(0, -12)],
    ['a PNG with a byte that was changed', changed(60, 0)],
    ['a PNG that says that it is wider', changed(19, 200)],
    ['a JPEG that is cut off', aJpeg().subarray(0, -2)],
    ['a JPEG for print', aJpeg({ colours: 4 })],
    ['a JPEG that is too wide', aJpeg({ width: 2001 })],
    ['a JPEG of another kind', aJpeg({ frame: 0xffc9 })],
  ])('is not %s', (_, bytes) => {
    expect(pictureKind(bytes)).toBeNull();
  });
});

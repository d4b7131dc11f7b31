import { deflateSync } from 'node:zlib';
import { jpeg, PIXEL, png } from '../../../../../../test/support/pictures/pictures';
import { pageOfPicture } from './page-of-picture';

describe('a page', () => {
  const cut = jpeg(10, 10, { thumbnail: PIXEL });
  it.each([
    ['nothing', Buffer.alloc(0), 'not-picture'],
    ['a PDF that is called a picture', Buffer.from('%PDF-1.7\n'), 'not-picture'],
    ['a page of HTML', Buffer.from('<html>'), 'not-picture'],
    ['a JPEG of four inks', jpeg(10, 10, { components: 4 }), 'picture-cmyk'],
    ['a JPEG that was cut', jpeg(10, 10).subarray(0, -2), 'picture-broken'],
    ['a JPEG that was cut behind its thumbnail', cut.subarray(0, -2), 'picture-broken'],
    ['a JPEG that was cut in its header', jpeg(10, 10).subarray(0, 9), 'picture-broken'],
    ['a JPEG of 60,000 × 60,000', jpeg(60_000, 60_000), 'picture-too-large'],
    ['a lossless JPEG', jpeg(10, 10, { frame: 0xc3 }), 'picture-unsupported'],
    ['a PNG of 30,000 × 30,000', png(30_000, 30_000, { packed: Buffer.alloc(9) }), 'picture-too-large'],
    ['an interlaced PNG of 9,000 × 9,000', interlacedBomb(), 'picture-too-large'],
    ['a PNG that was cut', png(10, 10).subarray(0, -5), 'picture-broken'],
    ['a PNG with HTML in the place of its pixels', png(10, 10, { packed: Buffer.from('<script>') }), 'picture-broken'],
    ['a PNG with packed HTML', png(10, 10, { packed: deflateSync(Buffer.from('<script>')) }), 'picture-broken'],
    [
      'a PNG that holds more than it says',
      png(10, 10, { packed: deflateSync(Buffer.alloc(9_000_000)) }),
      'picture-broken',
    ],
    ['a PNG that unpacks to no rows', png(10, 10, { packed: deflateSync(Buffer.alloc(110, 9)) }), 'picture-broken'],
    ['a transparent PNG with HTML', png(10, 10, { colour: 6, packed: Buffer.from('<script>') }), 'picture-broken'],
    ['a PNG of three bits', png(10, 10, { bits: 3, packed: Buffer.alloc(9) }), 'picture-unsupported'],
  ])('is not made of %s', async (_, picture, reason) => {
    await expect(pageOfPicture(picture)).rejects.toMatchObject({ reason });
  });
});

function interlacedBomb(): Buffer {
  return png(9_000, 9_000, { interlaced: true, packed: deflateSync(Buffer.alloc(1_000_000)) });
}

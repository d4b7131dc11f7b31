import { anEmblem } from '../../../../../test/support/papers/an-emblem';
import { startTypesetter } from '@patravali/typesetting';
import { canBeSet, pictureKind } from './picture';

/** Red that becomes blue, 24 points by 16: as cameras write it, in grey, in several scans, and for print. */
const [COLOURED, GREY, PROGRESSIVE, FOR_PRINT] = [
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQG/8QAFhABAQEAAAAAAAAAAAAAAAAAABNh/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAX/xAAWEQADAAAAAAAAAAAAAAAAAAAAFWH/2gAMAwEAAhEDEQA/AMxbS2oLFlhDC+6pfbRBYEMDqn//2Q==',
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//wAALCAAQABgBAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQG/8QAFhABAQEAAAAAAAAAAAAAAAAAABNh/9oACAEBAAA/AMbXSuldR0KFH//Z',
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAMF/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAT/2gAMAwEAAhADEAAAActBZfdAf//EABUQAQEAAAAAAAAAAAAAAAAAAAAR/9oACAEBAAEFAqqqqv/EABURAQEAAAAAAAAAAAAAAAAAAAAU/9oACAEDAQE/AbFj/8QAFREBAQAAAAAAAAAAAAAAAAAAABT/2gAIAQIBAT8BhQv/xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAY/Al//xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAE/IV//AP/aAAwDAQACAAMAAAAQxx//xAAVEQEBAAAAAAAAAAAAAAAAAAAAcf/aAAgBAwEBPxC1v//EABURAQEAAAAAAAAAAAAAAAAAAABx/9oACAECAQE/EJS//8QAFhABAQEAAAAAAAAAAAAAAAAAcQAg/9oACAEBAAE/EFKWB//Z',
  '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJTUjI+WmFaUGBKUVJP/9sAQwEODg4TERMmFRUmTzUtNU9PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P/8AAFAgAEAAYBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAFBv/EABkQAAIDAQAAAAAAAAAAAAAAAAABAhVSE//EABUBAQEAAAAAAAAAAAAAAAAAAAAG/8QAFxEAAwEAAAAAAAAAAAAAAAAAAAMVFv/aAA4EAQACEQMRBAAAPwCz2iO0SlXQyhXQyif0TSVhONTfrQv1oUUMoUUMom9ogpV0MoDRNEJwv1oCihlA/9k=',
].map((jpeg) => Buffer.from(jpeg, 'base64')) as [Buffer, Buffer, Buffer, Buffer];
const at = (mark: number) => COLOURED.indexOf(Buffer.from([0xff, mark]));
/** With other bytes from there. */
const written = (from: number, ...bytes: number[]) =>
  Buffer.concat([COLOURED.subarray(0, from), Buffer.from(bytes), COLOURED.subarray(from + bytes.length)]);
const without = (from: number, to: number) => Buffer.concat([COLOURED.subarray(0, from), COLOURED.subarray(to)]);
const [FRAME, HUFFMAN, SCAN] = [at(0xc0), at(0xc4), at(0xda)];

describe('a picture', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());
  /** Its kind, if letters can bear it. */
  const borneAs = async (bytes: Buffer) => ((await canBeSet(bytes, typesetter)) ? pictureKind(bytes) : null);
  const png = anEmblem();
  const changed = (at: number, byte: number) => Buffer.from(png).fill(byte, at, at + 1);

  it('is a whole PNG or a whole JPEG', async () => {
    expect(await borneAs(png)).toBe('png');
    for (const jpeg of [COLOURED, GREY, PROGRESSIVE]) expect(await borneAs(jpeg)).toBe('jpeg');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a PNG that is cut off', png.subarray(0, -13)],
    ['a PNG without its end', png.subarray(0, -12)],
    ['a PNG with a byte that was changed', changed(60, 0)],
    ['a PNG that says that it is wider', changed(19, 200)],
    ['a JPEG that is cut off', COLOURED.subarray(0, -2)],
    ['a JPEG with something behind it', Buffer.concat([COLOURED, Buffer.from([0])])],
    ['a JPEG without its picture', without(SCAN + 14, COLOURED.length - 2)],
    ['a JPEG with a part of its picture', without(SCAN + 15, COLOURED.length - 2)],
    ['a JPEG with a mark within its picture', written(SCAN + 16, 0xff, 0xc0)],
    ['a JPEG without its tables', without(HUFFMAN, SCAN)],
    ['a JPEG with a table that is too short', written(HUFFMAN + 5, 9)],
    ['a JPEG for print', FOR_PRINT],
    ['a JPEG that is too wide', written(FRAME + 7, 0x07, 0xd1)],
    ['a JPEG of another kind', written(FRAME, 0xff, 0xc9)],
    ['a JPEG that names a colour it has not', written(SCAN + 5, 9)],
  ])('is not %s', async (_, bytes) => {
    expect(await borneAs(bytes)).toBeNull();
  });
});

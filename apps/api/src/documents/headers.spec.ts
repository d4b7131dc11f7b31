import { UploadQuery } from '@patravali/contract';
import { byteRange } from './byte-range';
import { contentDisposition } from './content-disposition';

describe('the name of a document', () => {
  it('travels in any script, and cannot break out of its header', () => {
    expect(contentDisposition('inline', 'पत्र "1".pdf')).toBe(
      `inline; filename="____ _1_.pdf"; filename*=UTF-8''%E0%A4%AA%E0%A4%A4%E0%A5%8D%E0%A4%B0%20%221%22.pdf`,
    );
    expect(contentDisposition('inline', `a'b\r\n\ud800.pdf`)).not.toMatch(/[\r\n]/);
  });

  it.each([
    ['../../etc/पत्र.pdf', 'पत्र.pdf'],
    ['C:\\डाक\\a.pdf', 'a.pdf'],
    ['', 'letter.pdf'],
    ['\u0000\n', 'letter.pdf'],
    [undefined, 'letter.pdf'],
  ])('is kept of %j as %j', (fileName, kept) => {
    expect(UploadQuery.parse({ fileName })).toEqual({ fileName: kept, toDiarise: false });
  });
});

describe('a range of bytes', () => {
  it.each([
    [undefined, null],
    ['bytes=0-99', { start: 0, end: 99 }],
    ['bytes=10-', { start: 10, end: 999 }],
    ['bytes=990-5000', { start: 990, end: 999 }],
    ['bytes=-10', { start: 990, end: 999 }],
    ['bytes=-5000', { start: 0, end: 999 }],
    ['bytes=1000-', 'outside'],
    ['bytes=-0', 'outside'],
    ['bytes=9-3', null],
    ['bytes=0-1,5-6', null],
    ['lines=1-2', null],
  ])('%j of a thousand is %j', (header, range) => {
    expect(byteRange(header, 1000)).toEqual(range);
  });
});

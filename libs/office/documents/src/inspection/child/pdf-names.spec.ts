import { PdfNames, UnlikeACopy } from './pdf-names';

/** All names, the file coming in pieces of so many bytes. */
function namesIn(pdf: string, pieces = pdf.length): string[] {
  const found: string[] = [];
  const names = new PdfNames((name) => found.push(name));
  const bytes = Buffer.from(pdf, 'latin1');
  for (let at = 0; at < bytes.length; at += pieces) {
    // The same memory holds each piece, as in PDFium.
    const piece = Buffer.from(bytes.subarray(at, at + pieces));
    names.take(piece);
    piece.fill(0x2f);
  }
  return found;
}

const object = (dictionary: string, stream?: string) =>
  `1 0 obj\r\n${dictionary}${stream === undefined ? '' : `stream\r\n${stream}\r\nendstream`}\r\nendobj\r\n`;
const streamOf = (content: string, more = '') => object(`<</Length ${content.length}${more}>>`, content);

describe('the names in a copy', () => {
  const copy = [
    '%PDF-1.7\r\n%/Comment (\r\n',
    object('<</S/JavaScript/JS(no /Name \\) (nor /here) \\\\)/Next[/A<</B 1>>]>>'),
    streamOf('/Inside endstream (', '/Filter/FlateDecode'),
    object('<</C<2f44>>>'),
    object('<</D<</E<2f>/F null>>>>'),
    streamOf(''),
    'xref\r\n0 1\r\n0000000000 65535 f\r\ntrailer\r\n<</Root 1 0 R>>\r\n',
  ].join('');
  const names = ['S', 'JavaScript', 'JS', 'Next', 'A', 'B', 'Length', 'Filter', 'FlateDecode', 'C', 'D', 'E', 'F'];

  it('are all that stand outside strings, comments and streams', () => {
    expect(namesIn(copy)).toEqual([...names, 'Length', 'Root']);
  });

  it('are the same, wherever the pieces are cut', () => {
    const whole = namesIn(copy);
    for (let size = 1; size < copy.length; size++) expect([size, namesIn(copy, size)]).toEqual([size, whole]);
  });

  it('do not hide behind a length that a dictionary within that of a stream tells', () => {
    const hidden = object('<</S/Launch>>');
    const end = `${hidden}${streamOf('')}`.indexOf('\r\nendstream');
    const length = `x\r\nendstream\r\nendobj\r\n`.length + end;
    for (const more of [`/Z<</Length ${length}>>`, `/A[<</Length ${length}>>]`]) {
      expect(namesIn(streamOf('x', more) + hidden + streamOf(''))).toContain('Launch');
    }
  });

  it.each([
    ['a stream without a length', object('<</Filter null>>', 'content')],
    ['a stream that is longer than it says', object('<</Length 3>>', 'content')],
    ['a stream that is shorter than it says', object('<</Length 20>>', 'content') + object('<</Z 1>>')],
    ['a stream of a length that stands elsewhere', object('<</Length 7 0 R>>', 'content, and more of it')],
    ['a length that is left from the object before', streamOf('content') + object('<<>>', 'content')],
    ['a word as long as none is', object(`<</${'N'.repeat(5000)} 1>>`)],
  ])('are not looked for in %s', (_, pdf) => {
    expect(() => namesIn(pdf)).toThrow(UnlikeACopy);
  });
});

import { run } from '../../typesetting/test/tools';

/** How many signatures another program finds valid. */
export const validIn = (pdf: Uint8Array): number =>
  run('pdfsig', ['-nocert', 'FILE'], pdf).output.match(/Signature is Valid/g)?.length ?? 0;

/** The room of each signature, in order: what it holds, and where it stands in the bytes. */
export function roomsIn(pdf: Uint8Array): { readonly cms: Buffer; readonly begin: number; readonly end: number }[] {
  const text = Buffer.from(pdf).toString('latin1');
  return [...text.matchAll(/\/Contents <([0-9a-f]{1000,})>/gi)].map((found) => {
    const [, digits = ''] = found;
    const begin = found.index + found[0].indexOf('<');
    const padded = Buffer.from(digits, 'hex');
    return { cms: padded.subarray(0, lengthOf(padded)), begin, end: begin + digits.length + 2 };
  });
}

/** Of a sequence in DER with its header of four bytes: what follows is zeros. */
const lengthOf = (der: Buffer): number => 4 + der.readUInt16BE(2);

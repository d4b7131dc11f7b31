import { createHash } from 'node:crypto';
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfStream, PdfString } from '@libpdf/core';
import { NotSigned } from '../failures/not-signed';
import type { Signature } from '../signer/signing-key';
import { drawnDay } from './drawn-day';

/** A PDF with room for a signature, and what is signed of it: all but that room. */
export interface PreparedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Where the room begins, and how long it is, in hexadecimal digits. */
  readonly roomAt: number;
  readonly roomDigits: number;
  /** SHA-256 of all that is signed. */
  readonly hash: Uint8Array;
}

export interface PrepareOptions {
  readonly signature: Signature;
  readonly room: number;
  /** `ETSI.CAdES.detached` for signatures that we put together, `adbe.pkcs7.detached` for those that come whole from elsewhere. */
  readonly subFilter: string;
}

/** Bytes of a signature with its chain of certificates; and of one that a time stamp with a chain of its own may join, or that is made elsewhere. */
export const ROOM = { short: 12_288, long: 24_576 } as const;

/** As many digits as any number that takes its place: a PDF of ten gigabytes is none of ours. */
const NOT_YET = 9_999_999_999;
const DIGITS = 10;
const RANGE = `/ByteRange [0 ${NOT_YET} ${NOT_YET} ${NOT_YET}]`;
const ROOM_BEGINS = '\n/Contents <';

/**
 * Adds a signature without its contents, as an incremental update: every byte that was there stays where it was, so earlier signatures hold. The same
 * PDF and the same signature give the same bytes, so what was signed elsewhere can be put in later. What a reader sees of the signature
 * is real text of the page, set before; the field itself draws no more than the day, where room was left for it.
 * @throws NotSigned `document-unfit`
 */
export async function preparePdf(
  pdf: Uint8Array,
  { signature, room, subFilter }: PrepareOptions,
): Promise<PreparedPdf> {
  const document = await PDF.load(pdf);
  if (document.canSaveIncrementally() !== null) throw new NotSigned('document-unfit', 'cannot be added to');
  // Without one the library draws one by chance, and the bytes would differ each time.
  const identity = document.context.info.trailer.getArray('ID');
  if (identity?.length !== 2) throw new NotSigned('document-unfit', 'no identity');
  const value = document.register(valueOf(signature, room, subFilter));
  addField(document, value, signature);
  const bytes = Buffer.from(await document.save({ incremental: true }));
  return { ...withRange(bytes, pdf.length, room), pages: document.getPageCount() };
}

/** The contents come first, so that nothing a person wrote can be taken for them. */
function valueOf({ name, designation, at, reason }: Signature, room: number, subFilter: string): PdfDict {
  return PdfDict.of({
    Type: PdfName.of('Sig'),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of(subFilter),
    ByteRange: new PdfArray([0, NOT_YET, NOT_YET, NOT_YET].map((number) => PdfNumber.of(number))),
    Contents: PdfString.fromBytes(new Uint8Array(room)),
    M: PdfString.fromString(pdfDate(at)),
    Name: PdfString.fromString(name),
    Reason: PdfString.fromString(reason),
    ContactInfo: PdfString.fromString(`${name}, ${designation}`),
  });
}

function addField(document: PDF, value: ReturnType<PDF['register']>, { day }: Signature): void {
  const page = document.getPage(day ? day.room.page - 1 : 0);
  if (!page) throw new NotSigned('document-unfit', 'no pages');
  const fields = document.getOrCreateForm();
  const names = new Set(fields.getFieldNames());
  let number = 1;
  while (names.has(`Signature_${number}`)) number++;
  const added = fields.createSignatureField(`Signature_${number}`);
  const field = added.getDict();
  field.set('V', value);
  // Field and widget in one, without a place on the page.
  field.delete('Kids');
  field.set('Type', PdfName.of('Annot'));
  field.set('Subtype', PdfName.of('Widget'));
  field.set('F', PdfNumber.of(PRINTED_AND_LOCKED));
  field.set('P', page.ref);
  if (!day) {
    field.set('Rect', sides(0, 0, 0, 0));
    return;
  }
  const { x, y, width, height } = day.room;
  const lower = page.height - y - height;
  field.set('Rect', sides(x, lower, x + width, lower + height));
  field.set('Contents', PdfString.fromString(day.text));
  const form = { Type: PdfName.of('XObject'), Subtype: PdfName.of('Form'), BBox: sides(0, 0, width, height) };
  const drawn = PdfStream.fromDict(form, Buffer.from(drawnDay(day.text, height), 'latin1'));
  field.set('AP', PdfDict.of({ N: document.register(drawn) }));
  const ref = added.getRef();
  if (!ref) throw new NotSigned('document-unfit', 'no field');
  const annotations = page.dict.getArray('Annots', (to) => document.getObject(to));
  if (annotations) annotations.push(ref);
  else page.dict.set('Annots', new PdfArray([ref]));
}

const sides = (...all: number[]): PdfArray => new PdfArray(all.map((side) => PdfNumber.of(Number(side.toFixed(2)))));

/** ISO 32000-1, table 165: bits 3 and 8. */
const PRINTED_AND_LOCKED = 132;

/** Says which bytes are signed, now that it is known where they are. */
function withRange(bytes: Buffer, before: number, room: number): Omit<PreparedPdf, 'pages'> {
  const rangeAt = bytes.indexOf(RANGE, before, 'latin1');
  const contentsAt = rangeAt + RANGE.length;
  const roomAt = contentsAt + ROOM_BEGINS.length;
  const begins = bytes.toString('latin1', contentsAt, roomAt);
  if (rangeAt < 0 || begins !== ROOM_BEGINS) throw new NotSigned('document-unfit', 'no room');
  const roomDigits = room * 2;
  // The brackets around the room are no part of what is signed.
  const [end, start] = [roomAt - 1, roomAt + roomDigits + 1];
  const numbers = [end, start, bytes.length - start].map((number) => String(number).padEnd(DIGITS)).join(' ');
  bytes.write(`/ByteRange [0 ${numbers}]`, rangeAt, 'latin1');
  const hash = createHash('sha256').update(bytes.subarray(0, end)).update(bytes.subarray(start)).digest();
  return { bytes, roomAt, roomDigits, hash };
}

/** Puts the signature into its room. @throws NotSigned `document-unfit` when it is too long */
export function fillRoom({ bytes, roomAt, roomDigits }: PreparedPdf, cms: Uint8Array): Uint8Array {
  const digits = Buffer.from(cms).toString('hex');
  if (digits.length > roomDigits) throw new NotSigned('document-unfit', `a signature of ${cms.length} bytes`);
  const filled = Buffer.from(bytes);
  filled.write(digits, roomAt, 'latin1');
  return filled;
}

/** In UTC, to the second: `D:20261124111000Z`. */
const pdfDate = (at: Date): string => `D:${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;

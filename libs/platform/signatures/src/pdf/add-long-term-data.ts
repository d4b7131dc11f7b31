import { createHash } from 'node:crypto';
import { PDF, PdfArray, PdfDict, PdfName, PdfRef, PdfStream } from '@libpdf/core';
import type { LongTermData } from '../revocation/gather-long-term-data';

/**
 * Puts into a signed PDF what proves its certificates (PAdES B-LT: the document security store), behind everything that is signed. What an earlier
 * signature left there stays, and what is there already is not added again.
 */
export async function addLongTermData(
  pdf: Uint8Array,
  data: Pick<LongTermData, 'certificates' | 'answers' | 'lists'>,
): Promise<Uint8Array> {
  const document = await PDF.load(pdf);
  const catalog = document.getCatalog();
  const resolve = (ref: PdfRef) => document.getObject(ref);
  const before = catalog.getDict('DSS', resolve);
  const store = PdfDict.of({ Type: PdfName.of('DSS') });
  for (const [name, pieces] of [
    ['Certs', data.certificates],
    ['OCSPs', data.answers],
    ['CRLs', data.lists],
  ] as const) {
    const kept = [...(before?.getArray(name, resolve) ?? [])].filter((each) => each instanceof PdfRef);
    const hashes = new Set(kept.map((ref) => hashOfStream(resolve(ref))));
    const added = pieces.filter((piece) => !hashes.has(hashOf(piece)));
    const all = [...kept, ...added.map((piece) => document.register(new PdfStream([], piece)))];
    if (all.length > 0) store.set(name, new PdfArray(all));
  }
  catalog.set('DSS', document.register(store));
  return await document.save({ incremental: true });
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const hashOfStream = (object: unknown): string => (object instanceof PdfStream ? hashOf(object.getDecodedData()) : '');

import { PDFArray, PDFDict, PDFName, type PDFObject } from 'pdf-lib';

/**
 * The entries of a name tree or a number tree (ISO 32000-1, 7.9.6 and 7.9.7), in no order: at most so many, since the tree of
 * a stranger may be endless or lead back into itself.
 */
export function* treeEntries(
  root: PDFDict,
  entries: 'Names' | 'Nums',
  most: number,
): Generator<[PDFObject, PDFObject]> {
  const waiting = [root];
  const seen = new Set<PDFDict>();
  let left = most;
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const pairs = arrayAt(node, entries);
    for (let index = 0; index + 1 < (pairs?.size() ?? 0); index += 2) {
      const [key, value] = [pairs?.lookup(index), pairs?.get(index + 1)];
      if (left-- <= 0) return;
      if (key && value) yield [key, value];
    }
    const kids = arrayAt(node, 'Kids');
    for (let index = 0; index < Math.min(kids?.size() ?? 0, left); index++) {
      const kid = kids?.lookup(index);
      if (kid instanceof PDFDict) waiting.push(kid);
    }
  }
}

function arrayAt(node: PDFDict, name: string): PDFArray | undefined {
  const value = node.lookup(PDFName.of(name));
  return value instanceof PDFArray ? value : undefined;
}

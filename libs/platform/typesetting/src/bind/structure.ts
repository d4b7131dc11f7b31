import {
  type PDFContext,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFObjectCopier,
  type PDFPage,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { kidsOf, renameIds } from './structure-elements';
import { treeEntries } from './tree-entries';

const name = (text: string) => PDFName.of(text);
/** More than any part of ours has. */
const MOST_ENTRIES = 1_000_000;
/** The only mark on a page of a letter that has none of its own. */
const WHOLE_PAGE = '/Sect <</MCID 0>> BDC';

/**
 * The structure tree of a bound document (ISO 32000-1, 14.7), which pdf-lib does not copy: that of each part of ours as it was
 * set, and for each letter one section with all that its pages show, in the order of their content.
 */
export class Structure {
  private readonly context: PDFContext;
  private readonly root: PDFRef;
  private readonly document: PDFRef;
  private readonly children: PDFRef[] = [];
  /** By the key that a page or an annotation names: its elements, or its element. */
  private readonly parents: (PDFObject | undefined)[] = [];
  /** The elements that others name, the heads of tables, by their ids. */
  private readonly ids = new Map<string, PDFRef>();
  private readonly roles = new Map<PDFName, PDFObject>();
  private wholePage: { readonly begin: PDFRef; readonly end: PDFRef } | undefined;
  private hasLetters = false;

  constructor(private readonly whole: PDFDocument) {
    this.context = whole.context;
    this.root = this.context.nextRef();
    this.document = this.context.nextRef();
  }

  /** Takes over the tree of a part whose pages were copied with this copier. */
  takePart(part: PDFDocument, pages: readonly PDFPage[], copier: PDFObjectCopier, title: string): void {
    const rootOfPart = part.catalog.get(name('StructTreeRoot'));
    if (!(rootOfPart instanceof PDFRef)) return;
    const source = part.context.lookup(rootOfPart, PDFDict);
    const copied = copier.copy(rootOfPart);
    const tree = this.context.lookup(copied, PDFDict);
    this.shiftKeys(pages);
    const first = this.parents.length;
    for (const [key, value] of treeEntries(source.lookup(name('ParentTree'), PDFDict), 'Nums', MOST_ENTRIES)) {
      if (key instanceof PDFNumber) this.parents[first + key.asNumber()] = copier.copy(value);
    }
    for (const [role, meaning] of tree.lookupMaybe(name('RoleMap'), PDFDict)?.entries() ?? [])
      this.roles.set(role, meaning);
    const elements = kidsOf(tree).filter((child) => child instanceof PDFRef);
    if (tree.has(name('IDTree')))
      for (const element of elements) renameIds(this.context, element, `${first}.`, this.ids);
    for (const element of elements) this.adopt(element, title);
    this.context.delete(copied);
  }

  /** The section of a letter, for `addPage`. */
  addLetter(title: string): PDFRef {
    this.hasLetters = true;
    const letter = this.element('Sect', this.document);
    this.context.lookup(letter, PDFDict).set(name('T'), PDFHexString.fromText(title));
    this.children.push(letter);
    return letter;
  }

  /** @param marks how many marks its own producer has put on its content; without any all of it becomes one. */
  addPage(letter: PDFRef, page: PDFPage, marks: number): void {
    const contents =
      marks > 0 || this.markWhole(page) ? Array.from({ length: Math.max(marks, 1) }, (_, mark) => mark) : [];
    if (contents.length === 0) return;
    page.node.set(name('StructParents'), PDFNumber.of(this.parents.length));
    this.parents.push(this.context.obj(contents.map(() => letter)));
    for (const MCID of contents) this.addKid(letter, this.context.obj({ Type: 'MCR', Pg: page.ref, MCID }));
  }

  /** Takes an annotation of ours out of the tree. Answers the element that it belonged to, which is plain text from now on. */
  releaseLink(annotation: PDFDict, ref: PDFObject | undefined): PDFRef | undefined {
    const key = annotation.lookupMaybe(name('StructParent'), PDFNumber)?.asNumber();
    const element = key === undefined ? undefined : this.parents[key];
    if (key === undefined || !(element instanceof PDFRef)) return undefined;
    this.parents[key] = undefined;
    const dict = this.context.lookup(element, PDFDict);
    const kids = kidsOf(dict).filter((kid) => !(kid instanceof PDFDict && kid.get(name('Obj')) === ref));
    dict.set(name('K'), this.context.obj(kids));
    dict.set(name('S'), name('Span'));
    return element;
  }

  /** Makes the element the tag of a link, or puts a new one into the section of a letter. */
  tagLink(link: PDFRef, page: PDFPage, at: { readonly element: PDFRef } | { readonly inside: PDFRef }): void {
    const element = 'element' in at ? at.element : this.element('Link', at.inside);
    if ('inside' in at) this.addKid(at.inside, element);
    this.context.lookup(element, PDFDict).set(name('S'), name('Link'));
    this.addKid(element, this.context.obj({ Type: 'OBJR', Pg: page.ref, Obj: link }));
    this.context.lookup(link, PDFDict).set(name('StructParent'), PDFNumber.of(this.parents.length));
    this.parents.push(element);
  }

  write(): void {
    const { context, root, document, children } = this;
    const numbers = this.parents.flatMap((parent, key) => (parent ? [PDFNumber.of(key), parent] : []));
    const tree = context.obj({ Type: 'StructTreeRoot', K: [document], ParentTreeNextKey: this.parents.length });
    tree.set(name('ParentTree'), context.register(context.obj({ Nums: numbers })));
    const roles = context.obj({});
    for (const [role, meaning] of this.roles) roles.set(role, meaning);
    tree.set(name('RoleMap'), roles);
    if (this.ids.size > 0) tree.set(name('IDTree'), context.obj({ Names: this.sortedIds() }));
    context.assign(root, tree);
    context.assign(document, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: children }));
    this.whole.catalog.set(name('StructTreeRoot'), root);
    // Of what strangers wrote nobody knows in which order it is read.
    this.whole.catalog.set(name('MarkInfo'), context.obj({ Marked: true, Suspects: this.hasLetters }));
  }

  private sortedIds(): PDFObject[] {
    const sorted = [...this.ids].sort(([one], [other]) => (one < other ? -1 : 1));
    return sorted.flatMap(([id, element]) => [PDFString.of(id), element]);
  }

  private shiftKeys(pages: readonly PDFPage[]): void {
    for (const { node } of pages) {
      this.shift(node, 'StructParents');
      const annotations = node.Annots();
      for (let index = 0; index < (annotations?.size() ?? 0); index++) {
        const annotation = annotations?.lookup(index);
        if (annotation instanceof PDFDict) this.shift(annotation, 'StructParent');
      }
    }
  }

  private shift(object: PDFDict, entry: string): void {
    const key = object.lookupMaybe(name(entry), PDFNumber);
    if (key) object.set(name(entry), PDFNumber.of(key.asNumber() + this.parents.length));
  }

  private adopt(child: PDFRef, title: string): void {
    const element = this.context.lookup(child, PDFDict);
    element.set(name('P'), this.document);
    element.set(name('S'), name('Part'));
    element.set(name('T'), PDFHexString.fromText(title));
    this.children.push(child);
  }

  private element(type: string, parent: PDFRef): PDFRef {
    return this.context.register(this.context.obj({ Type: 'StructElem', S: type, P: parent, K: [] }));
  }

  private addKid(element: PDFRef, kid: PDFObject): void {
    this.context.lookup(element, PDFDict).lookup(name('K'), PDFArray).push(kid);
  }

  /** False for a page that shows nothing. */
  private markWhole(page: PDFPage): boolean {
    const { context } = this;
    this.wholePage ??= {
      begin: context.register(context.stream(WHOLE_PAGE)),
      end: context.register(context.stream('EMC')),
    };
    page.node.normalizedEntries();
    return page.node.wrapContentStreams(this.wholePage.begin, this.wholePage.end);
  }
}

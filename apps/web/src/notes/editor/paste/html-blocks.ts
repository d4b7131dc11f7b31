import type { Block, Inline, ListItem, ListStyle, TextMark, Words } from '@patravali/contract';
import { CollectedWords } from './collected-words';
import { copiedReference } from './copied-reference';
import { type ElementStyle, hasColour, hasEffect, isHidden, isInLink, marksWithin, styleOf } from './element-style';
import { cellsOf, rowsOf, tablesOf } from './html-tables';
import { isTypedMarker, styleOfList, styleOfMarker, type WordItem, wordItemOf, wordMarker } from './list-kind';
import type { Loss } from './losses';

const NO_MARKS: ReadonlySet<TextMark> = new Set();
const UNREAD = new Set(
  `head style script template noscript title meta link base iframe frame frameset object embed applet audio video canvas math
  svg img picture input select textarea button datalist option dialog map area param source track xml`.split(/\s+/),
);
const PICTURES = new Set([
  'img',
  'picture',
  'svg',
  'canvas',
  'video',
  'audio',
  'object',
  'embed',
  'iframe',
  'imagedata',
]);
const BLOCKS = new Set(
  `address article aside body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li
  main nav ol p pre section summary table tbody td tfoot th thead tr ul blockquote`.split(/\s+/),
);
const HEADING = /^h[1-6]$/;
/** Deeper than any text is written; below, only the letters are taken. */
const DEEPEST = 200;

/**
 * What an element of a foreign document says, as blocks of ours. Nothing of it comes into the page: it is read as letters and
 * names, and whatever has no place in a text is left where it is.
 */
export class HtmlBlocks {
  readonly losses = new Set<Loss>();
  private readonly blocks: Block[] = [];
  private readonly words = new CollectedWords();
  /** Of the list of Word that is being read; its items are paragraphs, one after the other. */
  private wordList: { list: string; items: ListItem[] } | null = null;
  private readonly faces = new Set<string>();

  read(body: Element): Block[] {
    this.within(body, NO_MARKS, 0);
    this.paragraphs();
    if (this.faces.size > 1) this.losses.add('looks');
    return this.blocks;
  }

  private within(parent: Element, marks: ReadonlySet<TextMark>, depth: number): void {
    if (depth > DEEPEST) this.words.text(parent.textContent, marks);
    else for (const node of parent.childNodes) this.node(node, marks, depth);
  }

  private node(node: Node, outer: ReadonlySet<TextMark>, depth: number): void {
    if (node.nodeType === Node.TEXT_NODE) this.words.text(node.nodeValue ?? '', outer);
    else if (node instanceof Element && !this.isLeftOut(node, styleOf(node))) this.element(node, outer, depth);
  }

  private element(element: Element, outer: ReadonlySet<TextMark>, depth: number): void {
    const reference = copiedReference(element);
    const marks = marksWithin(element, styleOf(element), outer);
    if (reference) this.words.reference(reference.to, reference.label);
    else if (element.localName === 'br') this.paragraphs();
    else if (!BLOCKS.has(element.localName)) this.within(element, marks, depth + 1);
    else {
      this.paragraphs();
      this.block(element, marks, depth);
      this.paragraphs();
    }
  }

  private block(element: Element, marks: ReadonlySet<TextMark>, depth: number): void {
    const name = element.localName;
    const item = wordItemOf(styleOf(element));
    if (item) this.wordItem(element, item, marks);
    else if (isList(element)) this.list(element, marks);
    else if (name === 'blockquote') this.quotation(element, marks);
    else if (name === 'table' && !isFrame(element)) this.table(element);
    else if (HEADING.test(name)) {
      this.losses.add('headings');
      this.within(element, new Set([...marks, 'bold'] as const), depth + 1);
    } else this.within(element, marks, depth + 1);
  }

  /** Notes at the foot of a page, pictures, scripts, what was hidden. Tells what a reader would miss. */
  private isLeftOut(element: Element, style: ElementStyle): boolean {
    const name = element.localName.replace(/^.*:/, '');
    if (PICTURES.has(name)) this.losses.add('images');
    if (UNREAD.has(name) || PICTURES.has(name) || isHidden(style) || isTypedMarker(element)) return true;
    if (isFootnote(element, style)) {
      this.losses.add('notes');
      return true;
    }
    if (hasEffect(element, style)) this.losses.add('effects');
    const isLink = name === 'a' && /^(https?|mailto|ftp):/i.test(element.getAttribute('href') ?? '');
    if (isLink) this.losses.add('links');
    else if (!isInLink(element) && hasColour(element, style)) this.losses.add('looks');
    for (const face of [style.get('font-family'), element.getAttribute('face')])
      if (face) this.faces.add(face.split(',')[0] ?? '');
    return false;
  }

  /** What was collected becomes paragraphs; a list of Word ends with the first that is no item. */
  private paragraphs(): void {
    const lines = this.words.take();
    if (lines.length > 0) this.wordList = null;
    for (const children of lines) this.blocks.push({ type: 'paragraph', children });
  }

  private wordItem(paragraph: Element, { list, level }: WordItem, marks: ReadonlySet<TextMark>): void {
    const children = oneLine(this.linesIn(paragraph, marks));
    if (children.length === 0) return;
    const style = () => styleOfMarker(wordMarker(paragraph));
    if (level > 2) this.losses.add('deepLists');
    const last = this.wordList?.list === list ? this.wordList.items.at(-1) : undefined;
    if (level > 1 && last) {
      (last.list ??= { style: style(), items: [] }).items.push({ children });
    } else if (this.wordList?.list === list) this.wordList.items.push({ children });
    else {
      const items: ListItem[] = [{ children }];
      this.blocks.push({ type: 'list', style: style(), items });
      this.wordList = { list, items };
    }
  }

  private list(list: Element, marks: ReadonlySet<TextMark>): void {
    const items = this.items(list, marks);
    const style = styleOfList(list);
    if (items.length > 0) this.blocks.push({ type: 'list', style, items });
    this.wordList = null;
  }

  /** A list may stand in an item, or as Google writes it beside the item to which it belongs. */
  private items(list: Element, marks: ReadonlySet<TextMark>): ListItem[] {
    const items: ListItem[] = [];
    const addWithin = (inner: { style: ListStyle; items: readonly ListItem[] }) => {
      const flat = inner.items.flatMap(({ children, list: deeper }): Words[] => {
        if (deeper) this.losses.add('deepLists');
        return [{ children }, ...(deeper?.items ?? [])];
      });
      const last = items.at(-1);
      if (flat.length === 0) return;
      if (!last) items.push(...flat);
      else (last.list ??= { style: inner.style, items: [] }).items.push(...flat);
    };
    for (const child of list.children) {
      if (isList(child)) addWithin({ style: styleOfList(child), items: this.items(child, marks) });
      else if (child.localName === 'li' && !this.isLeftOut(child, styleOf(child))) {
        const within = marksWithin(child, styleOf(child), marks);
        const lists = listsIn(child);
        const children = oneLine(this.linesIn(child, within, new Set(lists)));
        if (children.length > 0 || lists.length > 0) items.push({ children });
        for (const inner of lists) addWithin({ style: styleOfList(inner), items: this.items(inner, within) });
      }
    }
    return items.filter(({ children, list: inner }) => children.length > 0 || inner);
  }

  private quotation(element: Element, marks: ReadonlySet<TextMark>): void {
    const paragraphs = this.linesIn(element, marks).map((children) => ({ children }));
    if (paragraphs.length > 0) this.blocks.push({ type: 'quotation', paragraphs });
    this.wordList = null;
  }

  private table(table: Element): void {
    this.blocks.push(
      ...tablesOf(table, (cell) => this.linesIn(cell, marksWithin(cell, styleOf(cell), NO_MARKS)), this.losses),
    );
    this.wordList = null;
  }

  /** The lines of what stands in an element, where neither a list nor a table may stand. */
  private linesIn(element: Element, marks: ReadonlySet<TextMark>, without: ReadonlySet<Node> = new Set()): Inline[][] {
    const words = new CollectedWords();
    const readElement = (inner: Element, outer: ReadonlySet<TextMark>, depth: number): void => {
      const name = inner.localName;
      const isCell = name === 'td' || name === 'th';
      const breaks = name === 'br' || (BLOCKS.has(name) && !isCell);
      if (name === 'table') this.losses.add('nestedTables');
      if (breaks) words.break();
      const within = marksWithin(inner, styleOf(inner), outer);
      if (depth > DEEPEST) words.text(inner.textContent, within);
      else for (const child of inner.childNodes) read(child, within, depth + 1);
      if (isCell) words.text(' ', outer);
      if (breaks) words.break();
    };
    const read = (node: Node, outer: ReadonlySet<TextMark>, depth: number): void => {
      if (node.nodeType === Node.TEXT_NODE) words.text(node.nodeValue ?? '', outer);
      if (!(node instanceof Element) || without.has(node) || this.isLeftOut(node, styleOf(node))) return;
      const reference = copiedReference(node);
      if (reference) words.reference(reference.to, reference.label);
      else readElement(node, outer, depth);
    };
    for (const node of element.childNodes) read(node, marks, 0);
    return words.take();
  }
}

const isList = ({ localName }: Element): boolean => localName === 'ul' || localName === 'ol';

/** The lists in an item, but not those in a list within. */
function listsIn(element: Element): Element[] {
  return Array.from(element.children).flatMap((child) => (isList(child) ? [child] : listsIn(child)));
}

const oneLine = (lines: readonly Inline[][]): Inline[] =>
  lines.flatMap((line, index): Inline[] => (index > 0 ? [{ type: 'text', text: ' ' }, ...line] : line));

/** A table of one cell, or around another one, is no table: it only places what stands in it. */
function isFrame(table: Element): boolean {
  const cells = rowsOf(table).flatMap(cellsOf);
  return cells.length <= 1 || (table.querySelector('table') !== null && cells.every(hasBlocks));
}

const hasBlocks = (cell: Element): boolean =>
  cell.textContent === '' || cell.querySelector('table, p, ul, ol, h1, h2, h3, h4') !== null;

/** As Word, LibreOffice and Google mark a footnote, a comment and the sign that leads to them. */
function isFootnote(element: Element, style: ElementStyle): boolean {
  if (/^(foot|end)note|^comment/.test(style.get('mso-element') ?? '')) return true;
  if (style.has('mso-footnote-id') || style.has('mso-endnote-id') || style.has('mso-comment-reference')) return true;
  if (/^sd(foot|end)note/.test(element.getAttribute('class') ?? '') || /^sd(foot|end)note\d/.test(element.id))
    return true;
  return element.localName === 'a' && /^#_?(ftn|edn|cmnt|ftnt|msocom)/.test(element.getAttribute('href') ?? '');
}

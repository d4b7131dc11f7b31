import { ClusterCodes } from './cluster-codes';
import { fontObjects, type FontObjects, readFontOf, writeClusters } from './cluster-font';
import { CompletedPages } from './completed-pages';
import { withoutSigns } from './letters-and-signs';
import { showClusters } from './show-clusters';
import { packBeside, packHere, TypstPdf } from './typst-pdf';

const completedPages = new CompletedPages();

/**
 * The same pages with a text layer from which every word comes back as it was written. Nothing that is seen changes. Of many
 * pages, what is packed is unpacked and packed again beside it, on whatever processor has nothing to do.
 */
export async function completeTextLayer(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = TypstPdf.read(bytes);
  for (const bookmark of pdf.bookmarks()) pdf.replaceText(bookmark, pdf.text(bookmark).replace(TITLE, withoutSigns));
  for (const link of pdf.links()) pdf.replaceText(link, withItsPlace(pdf, link));
  const fonts = new DocumentFonts(pdf);
  const packing: Promise<void>[] = [];
  const feet: (() => void)[] = [];
  const numbers = pdf.pages();
  const packed = numbers.length > FEW ? packBeside : packHere;
  for await (const { page, contents, content } of unpacked(pdf, numbers)) {
    const codes = fonts.ofPage(page);
    const onPage = new Map([...codes].map(([name, { font }]) => [name, font]));
    const complete = (part: Buffer) => {
      const { content: completed, shown } = showClusters(part.toString('latin1'), onPage, codes);
      return { packed: packed(Buffer.from(completed, 'latin1')), shown };
    };
    const [body, foot] = apart(content);
    const completed = completedPages.complete(body, onPage, codes, () => complete(body));
    packing.push(completed.then((done) => pdf.replacePacked(contents, done)));
    if (foot.length === 0) continue;
    feet.push(() => {
      const footContents = pdf.addStream(Buffer.alloc(0));
      pdf.replaceText(page, pdf.text(page).replace(CONTENTS, `/Contents [$1 0 R ${footContents} 0 R]`));
      packing.push(complete(foot).packed.then((done) => pdf.replacePacked(footContents, done)));
    });
  }
  // What changes from one printing to the next comes last: the pages keep their codes.
  for (const complete of feet) complete();
  fonts.write();
  await Promise.all(packing);
  return pdf.write();
}

/** The fonts of a document; those that are kept otherwise than we know are not among them. */
class DocumentFonts {
  private readonly fonts = new Map<
    number,
    { readonly objects: FontObjects; readonly codes: ClusterCodes } | undefined
  >();

  constructor(private readonly pdf: TypstPdf) {}

  /** By the names that the content of a page gives them. */
  ofPage(page: number): Map<string, ClusterCodes> {
    const named = [...this.pdf.text(page).matchAll(/\/(f\d+) (\d+) 0 R/g)];
    return new Map(
      named.flatMap(([, name = '', font]) => {
        const codes = this.codesOf(Number(font));
        return codes ? [[name, codes] as const] : [];
      }),
    );
  }

  write(): void {
    for (const font of this.fonts.values()) if (font) writeClusters(this.pdf, font.objects, font.codes);
  }

  private codesOf(font: number): ClusterCodes | undefined {
    if (!this.fonts.has(font)) {
      const objects = fontObjects(this.pdf, font);
      this.fonts.set(font, objects && { objects, codes: new ClusterCodes(readFontOf(this.pdf, objects)) });
    }
    return this.fonts.get(font)?.codes;
  }
}

/** So many pages are unpacked ahead. */
const AHEAD = 16;
/** Of no more, handing them to another processor takes longer than the work. */
const FEW = 2;

interface UnpackedPage {
  readonly page: number;
  /** The number of the stream with its content. */
  readonly contents: number;
  readonly content: Buffer;
}

/** The pages in their order; the next ones are unpacked while these are looked at. */
async function* unpacked(pdf: TypstPdf, numbers: readonly number[]): AsyncGenerator<UnpackedPage> {
  const pages = numbers.map((page) => ({ page, contents: Number(CONTENTS.exec(pdf.text(page))?.[1]) }));
  if (pages.length <= FEW) {
    for (const each of pages) yield { ...each, content: pdf.stream(each.contents) };
    return;
  }
  const unpack = (from: number) =>
    Promise.all(
      pages.slice(from, from + AHEAD).map(async (each) => ({ ...each, content: await pdf.unpacked(each.contents) })),
    );
  let next = unpack(0);
  for (let at = 0; at < pages.length; at += AHEAD) {
    const ready = await next;
    next = unpack(at + AHEAD);
    yield* ready;
  }
}

const CONTENTS = /\/Contents (\d+) 0 R/;
const FOOT = Buffer.from('/Artifact <<\n  /Attached [/Bottom]\n');

/** A page without its foot, and the foot: it says of how many pages, for whom and when, and changes where the page does not. */
function apart(content: Buffer): [body: Buffer, foot: Buffer] {
  const at = content.lastIndexOf(FOOT);
  const isLine = at > 0 && content[at - 1] === '\n'.charCodeAt(0);
  return isLine ? [content.subarray(0, at), content.subarray(at)] : [content, content.subarray(content.length)];
}

/** A link that bears the place to which it leads: validators do not look for it in another object, as the standard allows. */
const withItsPlace = (pdf: TypstPdf, link: number): string =>
  pdf
    .text(link)
    .replace(/(?<=\/Dest )(\d+) 0 R/, (all, place: string) => PLACE.exec(pdf.text(Number(place)))?.[0] ?? all);

const PLACE = /\[\d+ 0 R \/XYZ [^\]]*\]/;
const TITLE = /(?<=\/Title <FEFF)(?:[\dA-F]{4})+(?=>$)/gm;

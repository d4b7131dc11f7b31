import { CompletedPages } from './completed-pages';
import { type PageFont, readFont } from './page-font';
import { packBeside, TypstPdf } from './typst-pdf';
import { joinClusters } from './whole-clusters';

const completedPages = new CompletedPages();

/**
 * The same pages with a text layer from which every word comes back as it was written. Nothing that is seen changes. What
 * is packed is unpacked and packed again beside it, on whatever processor has nothing to do.
 */
export async function completeTextLayer(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = TypstPdf.read(bytes);
  for (const bookmark of pdf.bookmarks()) pdf.replaceText(bookmark, withoutSigns(pdf.text(bookmark)));
  for (const map of pdf.unicodeMaps()) pdf.replaceStream(map, bytesWithoutSigns(pdf.stream(map)));
  const fonts = new Map<number, PageFont>();
  const fontOf = (number: number): PageFont => {
    const font = fonts.get(number) ?? readFont(pdf, number);
    fonts.set(number, font);
    return font;
  };
  const packing: Promise<void>[] = [];
  for await (const { page, contents, content } of unpacked(pdf)) {
    const named = [...pdf.text(page).matchAll(/\/(f\d+) (\d+) 0 R/g)];
    const onPage = new Map(named.map(([, name = '', font]) => [name, fontOf(Number(font))]));
    const complete = (part: Buffer) => joinClusters(bytesWithoutSigns(part), onPage);
    const [body, foot] = apart(content);
    const packed = completedPages.complete(body, onPage, () => packBeside(complete(body)));
    packing.push(packed.then((done) => pdf.replacePacked(contents, done)));
    if (foot.length === 0) continue;
    const footContents = pdf.addStream(complete(foot));
    pdf.replaceText(page, pdf.text(page).replace(CONTENTS, `/Contents [$1 0 R ${footContents} 0 R]`));
  }
  await Promise.all(packing);
  return pdf.write();
}

/** So many pages are unpacked ahead. */
const AHEAD = 16;

interface UnpackedPage {
  readonly page: number;
  /** The number of the stream with its content. */
  readonly contents: number;
  readonly content: Buffer;
}

/** The pages in their order; the next ones are unpacked while these are looked at. */
async function* unpacked(pdf: TypstPdf): AsyncGenerator<UnpackedPage> {
  const pages = pdf.pages().map((page) => ({ page, contents: Number(CONTENTS.exec(pdf.text(page))?.[1]) }));
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

/** Texts in UTF-16, in hex: of `/ToUnicode` a glyph and what it says, of the others what they say after the byte order mark. */
const TEXTS = /((?:^<[\dA-F]{4}> <|\/(?:ActualText|Title) <FEFF))((?:[\dA-F]{4})+)(?=>$)/gm;
/** What lets a line end and what keeps it together, while a page is set, is no part of the text. */
const SIGNS = ['200B', '2060'];

function bytesWithoutSigns(content: Buffer): Buffer {
  if (!SIGNS.some((sign) => content.includes(sign))) return content;
  return Buffer.from(withoutSigns(content.toString('latin1')), 'latin1');
}

function withoutSigns(content: string): string {
  return content.replace(TEXTS, (all, mark: string, text: string) => {
    if (!SIGNS.some((sign) => text.includes(sign))) return all;
    const kept = (text.match(/.{4}/g) ?? []).filter((unit) => !SIGNS.includes(unit));
    return kept.length > 0 ? mark + kept.join('') : all;
  });
}

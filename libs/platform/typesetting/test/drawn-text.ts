import { TypstPdf } from '../src/text-layer/typst-pdf';

/** What the codes of a PDF of ours say one by one, in the order in which they are drawn: � for one that says nothing. */
export function drawnText(bytes: Uint8Array): string {
  const pdf = TypstPdf.read(bytes);
  const textsOf = (font: number) => {
    const [, map] = /\/ToUnicode (\d+) 0 R/.exec(pdf.text(font)) ?? [];
    const rows = pdf
      .stream(Number(map))
      .toString('latin1')
      .matchAll(/^<([\dA-F]{4})> <([\dA-F]+)>$/gm);
    return new Map(
      Array.from(rows, ([, code = '', text = '']) => [code, Buffer.from(text, 'hex').swap16().toString('utf16le')]),
    );
  };
  return pdf
    .pages()
    .map((page) => {
      const fonts = new Map(
        Array.from(pdf.text(page).matchAll(/\/(f\d+) (\d+) 0 R/g), ([, name = '', font]) => [
          name,
          textsOf(Number(font)),
        ]),
      );
      const contents = [...(/\/Contents \[?((?:\d+ 0 R ?)+)/.exec(pdf.text(page))?.[1]?.matchAll(/(\d+) 0 R/g) ?? [])];
      const content = contents.map(([, number]) => pdf.stream(Number(number)).toString('latin1')).join('\n');
      let texts: ReadonlyMap<string, string> | undefined;
      let drawn = '';
      for (const [, font, codes] of content.matchAll(/^\/(f\d+) \S+ Tf$|<((?:[\dA-F]{4})+)>(?=[^\n]*\] TJ$)/gm)) {
        if (font !== undefined) texts = fonts.get(font);
        for (const [code] of codes?.matchAll(/.{4}/g) ?? []) drawn += texts?.get(code) ?? '\ufffd';
      }
      return drawn;
    })
    .join('\n');
}

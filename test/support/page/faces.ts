import type { Locator } from 'playwright-core';

/** How a piece of text is drawn. */
export type Face = 'slanted' | 'underlined' | 'slanted and underlined' | 'plain';

/** As much of the browser as is needed here. */
interface DrawnNode {
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<DrawnNode>;
}
interface Browser {
  getComputedStyle(node: DrawnNode): { readonly fontStyle: string; readonly textDecorationLine: string };
}

/** Each piece of text in a place with the face in which the browser draws it. */
export async function facesIn(place: Locator): Promise<(readonly [text: string, face: Face])[]> {
  return await place.evaluate((whole: DrawnNode) => {
    const browser = globalThis as unknown as Browser;
    const read = (node: DrawnNode, underlined: boolean): (readonly [string, Face])[] => {
      const style = browser.getComputedStyle(node);
      const below = underlined || style.textDecorationLine === 'underline';
      const upright = below ? 'underlined' : 'plain';
      const slanted = below ? 'slanted and underlined' : 'slanted';
      const face = style.fontStyle === 'italic' ? slanted : upright;
      return [...node.childNodes].flatMap((child) =>
        child.nodeValue === null ? read(child, below) : [[child.nodeValue, face] as const],
      );
    };
    return read(whole, false);
  });
}

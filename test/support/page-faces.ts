import type { Locator } from 'playwright-core';

/** How a piece of text is drawn. */
export type Face = 'slanted' | 'underlined' | 'plain';

/** A string, because it runs in the browser. */
const FACES = `(whole) => {
  const pieces = [];
  const texts = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const around = [];
    for (let at = texts.currentNode.parentElement; at && at !== whole.parentElement; at = at.parentElement) around.push(getComputedStyle(at));
    const faces = [];
    if (around[0].fontStyle === 'italic') faces.push('slanted');
    if (around.some((style) => style.textDecorationLine === 'underline')) faces.push('underlined');
    pieces.push([texts.currentNode.nodeValue, faces.join(' and ') || 'plain']);
  }
  return pieces;
}`;

/** Each piece of text in a place with the face in which the browser draws it. */
export async function facesIn(place: Locator): Promise<(readonly [text: string, face: Face])[]> {
  return await place.evaluate<(readonly [string, Face])[], unknown>(FACES);
}

import './found.css';

const NAME = 'found';

/** Marks these words wherever they stand in the element; answers how to take the marks away again. */
export function markWords(element: Element, words: readonly string[]): () => void {
  // A browser of before 2025 may know no such marks; the words can be read without them.
  if (!('highlights' in CSS)) return () => undefined;
  const marks = words.filter((word) => word !== '').flatMap((word) => placesOf(element, word));
  CSS.highlights.set(NAME, new Highlight(...marks));
  return () => CSS.highlights.delete(NAME);
}

function placesOf(element: Element, word: string): Range[] {
  const sought = word.toLowerCase();
  const found: Range[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.textContent ?? '').toLowerCase();
    for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + sought.length)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + sought.length);
      found.push(range);
    }
  }
  return found;
}

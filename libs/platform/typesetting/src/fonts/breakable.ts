/** `page.typ` sets nothing for it, and the line may end there. */
export const BREAK_HERE = '\u200b';
/**
 * Keeps the line from ending after a hyphen: readers take a hyphen at the end of a line for one that was put there to
 * divide the word, and drop it. The text layer is freed of it when the page is set.
 */
export const NO_BREAK = '\u2060';

const graphemes = new Intl.Segmenter('hi', { granularity: 'grapheme' });

/** The typesetter bears some five hundred of them in one text: between letters so many, and as many at stops. */
const MOST_BREAKS = 200;

/** Text whose compounds stay together, and whose words can be broken where they have more letters than fit. */
export function breakable(text: string, longest: number): string {
  const longWord = new RegExp(`\\S{${longest + 1},}`, 'gu');
  const letters = (text.match(longWord) ?? []).reduce((sum, word) => sum + word.length, 0);
  const every = Math.max(1, Math.ceil(letters / MOST_BREAKS));
  const broken = text.replace(COMPOUND, `-${NO_BREAK}`).replace(longWord, (word) => {
    const clusters = clustersOf(word);
    return clusters.length <= longest ? word : withBreaks(clusters, longest, every);
  });
  let count = 0;
  return broken
    .replace(BRACKET, `${BREAK_HERE}(`)
    .replaceAll(BREAK_HERE, () => ((count += 1) > MOST_BREAKS * 2 ? '' : BREAK_HERE));
}

const COMPOUND = /(?<=[\p{L}\p{M}])-(?=\p{L})/gu;

/** `ADDL-COMM(JUD)` is too wide for many a column, and short enough to be no long word. */
const BRACKET = /(?<=\S{6})\((?=\S)/gu;

/** An address breaks after its stops and before its hyphens; what is longer than a word between them, anywhere between letters. */
function withBreaks(clusters: readonly string[], longest: number, every: number): string {
  const parts: string[][] = [[]];
  clusters.forEach((cluster, index) => {
    const isAfterStop = AFTER.test(clusters[index - 1] ?? '') && !AFTER.test(cluster);
    if (isAfterStop || (index > 0 && cluster.startsWith('-'))) parts.push([]);
    parts.at(-1)?.push(cluster);
  });
  return parts.map((part) => (part.length > longest ? divided(part, every) : part.join(''))).join(BREAK_HERE);
}

const divided = (clusters: readonly string[], every: number): string =>
  clusters.map((cluster, index) => (index > 0 && index % every === 0 ? BREAK_HERE : '') + cluster).join('');

const AFTER = /^[/.@_?&=:,;)\]]$/;

/** What a reader sees as one letter: of a conjunct all of it. */
function clustersOf(word: string): string[] {
  const clusters: string[] = [];
  for (const { segment } of graphemes.segment(word)) {
    const last = clusters.at(-1);
    if (last !== undefined && (JOINS_ON.test(last) || segment === NO_BREAK))
      clusters[clusters.length - 1] = last + segment;
    else clusters.push(segment);
  }
  return clusters;
}

/** A virama, or a joiner after it, binds the next letter. */
const JOINS_ON = /[\u094d\u09cd\u0a4d\u0acd\u0bcd]\u200d?$/u;

import { findRun } from './found-run';
import type { Cluster, PageFont } from './page-font';
import { clusterOf, partAtEnd, partAtStart, type Piece, readRun, type Run } from './text-runs';

/** The fonts of a page by the names that its content gives them. */
export type PageFonts = ReadonlyMap<string, PageFont>;

/** Runs that share clusters of letters; one by itself where there is nothing to join. */
export interface Chain {
  readonly runs: Run[];
  /** The marks that stand between them. */
  readonly between: string[];
}

/**
 * The runs of a page's content. Where a font moves a sign up or down (the virama under ट), Typst begins a new run for it and gives it
 * the text of the whole cluster once more; such runs come together. Those that are written otherwise than we know are left out.
 */
export function* chainsOf(content: string, fonts: PageFonts): Generator<Chain> {
  let chain: Chain | undefined;
  for (let found = findRun(content, 0); found !== undefined; found = findRun(content, found.end)) {
    const run = readRun(content, found, fonts);
    const last = chain?.runs.at(-1);
    const goesOn = run && last && found.start - last.end < FARTHEST && shareCluster(chain?.runs ?? [], run);
    const between = goesOn ? marksBetween(content.slice(last.end + 1, found.start)) : undefined;
    if (run && chain && between) {
      chain.runs.push(run);
      chain.between.push(...between);
      continue;
    }
    if (chain) yield chain;
    chain = run && { runs: [run], between: [] };
  }
  if (chain) yield chain;
}

/** Marks between two runs take no more characters, nor do the lines below the first. */
const FARTHEST = 4_000;

/**
 * The end of one marked piece and the beginning of the next, if nothing stands between two runs but the lines by which the first is
 * underlined: drawn a little later, in the colour of its letters, they look the same.
 */
function marksBetween(text: string): string[] | undefined {
  if (text === '') return [];
  const [end, mark = '', ...properties] = linesOf(text.replace(UNDERLINES, ''));
  if (end !== 'EMC' || !MARK.test(mark) || properties.pop() !== '>> BDC') return undefined;
  return properties.every((line) => PROPERTY.test(line)) ? linesOf(text) : undefined;
}

const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n');

/** As Typst draws them: one for each stretch between letters that reach below. */
const UNDERLINES = /\/Artifact BMC\nq\n(?:[^\n]* (?:cm|CS|gs|SCN|w|M|m|l)\n)+S\nQ\nEMC\n/g;

const MARK = /^\/\w+ <<$/;
const PROPERTY = /^\s*\/(?:MCID \d+|Lang \([\w-]+\)|Type \/\w+|Subtype \/\w+)$/;

/** Whether a run begins within the cluster with which those before it end. */
function shareCluster(runs: readonly Run[], next: Run): boolean {
  const last = runs.at(-1);
  const [piece] = next.pieces;
  const before = last?.pieces.at(-1);
  if (last === undefined || piece === undefined || before === undefined || last.y === next.y) return false;
  const [first] = partAtStart(piece);
  const [, end] = partAtEnd(before);
  const { text } = clusterOf(first);
  if (text === '' || clusterOf(end).text !== text) return false;
  // What the next line begins with is another cluster, however it is spelled.
  const size = piece.look.size;
  if (Math.abs(next.y - last.y) >= size || Math.abs(next.x + first.x - last.x - end.x) >= WIDEST * size) return false;
  const isUpright = last.scale === UPRIGHT && next.scale === UPRIGHT;
  return isUpright && last.ink.join() === next.ink.join() && isSameCluster(text, [...lastCluster(runs, text), first]);
}

/** No cluster is so many times as wide as its letters are high. */
const WIDEST = 10;
const UPRIGHT = '1 0 0 -1';

/** The pieces of the last cluster so far. */
function lastCluster(runs: readonly Run[], text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { pieces: all } of [...runs].reverse()) {
    const whole = all.at(-1);
    const [rest, piece] = whole ? partAtEnd(whole) : [];
    if (piece === undefined || clusterOf(piece).text !== text) break;
    pieces.unshift(piece);
    if (all.length > 1 || rest) break;
  }
  return pieces;
}

/**
 * The same text alone is not enough, a syllable may be doubled: a glyph stands in a cluster no more often than the most
 * frequent letter of its text.
 */
function isSameCluster(text: string, pieces: readonly Piece[]): boolean {
  const most = mostFrequent(text.match(/.{4}/g) ?? []);
  return mostFrequent(pieces.flatMap(({ shown }) => shown.glyphs.map(({ glyph }) => glyph))) <= most;
}

function mostFrequent(items: readonly (string | number)[]): number {
  const counts = new Map<string | number, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** What the runs of a chain show, each cluster in one piece, within the first of them. */
export function piecesOf({ runs: [first, ...others] }: Chain): readonly Piece[] {
  if (first === undefined || others.length === 0) return first?.pieces ?? [];
  const pieces = [...first.pieces];
  for (const { x, y, pieces: all } of others) {
    const moved = all.map((piece) => ({ ...piece, x: piece.x + x - first.x, y: piece.y - y + first.y }));
    const [opening, ...following] = moved;
    const ending = pieces.pop();
    if (opening === undefined || ending === undefined) continue;
    const [before, last] = partAtEnd(ending);
    const [sign, behind] = partAtStart(opening);
    pieces.push(...[before, joined(last, sign), behind].filter((piece) => piece !== undefined), ...following);
  }
  return pieces;
}

/** Both under the text that they share, on the line of the wider one. */
function joined(one: Piece, other: Piece): Piece {
  const [mine, others] = [clusterOf(one), clusterOf(other)];
  const y = others.width > mine.width ? other.y : one.y;
  const inThousandths = (points: number) => Math.round((points * 1000) / one.look.size);
  const right = inThousandths(other.x - one.x);
  const moved = (glyphs: Cluster['glyphs'], [x, up]: readonly [number, number]) =>
    glyphs.map((each) => ({ ...each, x: each.x + x, y: each.y + up }));
  const glyphs = [
    ...moved(mine.glyphs, [0, inThousandths(y - one.y)]),
    ...moved(others.glyphs, [right, inThousandths(y - other.y)]),
  ];
  return { ...one, y, cluster: { text: mine.text, glyphs, width: Math.max(mine.width, right + others.width) } };
}

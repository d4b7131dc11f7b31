import { type Shown, writeShown } from './glyph-strings';
import { atItsPlace, standsAtItsPlace } from './piece-place';
import { type PageFonts, type Piece, readRun, type Run } from './text-runs';

/**
 * A page's content in which every cluster of letters stands under one text.
 *
 * Where a font moves a sign up or down (the virama under ट), Typst begins a new run for it and gives it the text of the
 * whole cluster once more, so that रिकॉर्ड्स would be copied as रिकॉर्ड्र्ड्र्ड्स. Such runs are joined into one, at the same places of the
 * page, with one `/ActualText` around all glyphs of the cluster. The marks by which the structure of the document refers to
 * the runs stay; those of the joined runs hold nothing.
 */
export function joinClusters(content: string, fonts: PageFonts): string {
  const lines = content.split('\n');
  const written: string[] = [];
  for (let at = 0; at < lines.length;) {
    const first = readRun(lines, at, fonts);
    if (first === undefined) {
      written.push(lines[at] ?? '');
      at += 1;
      continue;
    }
    const { runs, between, next } = chainFrom(lines, first, fonts);
    const asItIs = runs.length === 1 && first.run.pieces.every((piece) => !piece.spelled || standsAtItsPlace(piece));
    written.push(...(asItIs ? lines.slice(at, next) : [...writeRuns(runs), ...between]));
    at = next;
  }
  return written.join('\n');
}

interface Chain {
  readonly runs: Run[];
  /** The marks that stood between the runs. */
  readonly between: string[];
  readonly next: number;
}

/** The runs that share a cluster with the one before. */
function chainFrom(lines: readonly string[], first: { run: Run; next: number }, fonts: PageFonts): Chain {
  const chain = { runs: [first.run], between: [] as string[], next: first.next };
  for (;;) {
    const marks = marksAt(lines, chain.next);
    const following = readRun(lines, chain.next + marks.length, fonts);
    if (following === undefined || !goOn(chain.runs, following.run)) return chain;
    chain.runs.push(following.run);
    chain.between.push(...marks);
    chain.next = following.next;
  }
}

/** The end of one marked piece and the beginning of the next, if that is what stands there. */
function marksAt(lines: readonly string[], at: number): string[] {
  if (lines[at] !== 'EMC' || !MARK.test(lines[at + 1] ?? '')) return [];
  const close = lines.indexOf('>> BDC', at + 2);
  const marks = lines.slice(at, close + 1);
  return close > 0 && marks.slice(2, -1).every((line) => PROPERTY.test(line)) ? marks : [];
}

const MARK = /^\/\w+ <<$/;
const PROPERTY = /^\s*\/(?:MCID \d+|Lang \([\w-]+\)|Type \/\w+|Subtype \/\w+)$/;

/** Whether a run begins within the cluster with which those before it end. */
function goOn(runs: readonly Run[], next: Run): boolean {
  const last = runs.at(-1);
  const [piece] = next.pieces;
  const before = last?.pieces.at(-1);
  if (last === undefined || piece === undefined || before === undefined) return false;
  const sameKind = last.scale === next.scale && last.ink.join() === next.ink.join() && next.scale === UPRIGHT;
  return sameKind && last.y !== next.y && isSameCluster(lastCluster(runs), piece);
}

const UPRIGHT = '1 0 0 -1';

/** The pieces of the last cluster so far. */
function lastCluster(runs: readonly Run[]): Piece[] {
  const pieces: Piece[] = [];
  for (const run of [...runs].reverse()) {
    const piece = run.pieces.at(-1);
    if (piece === undefined || (pieces[0] !== undefined && pieces[0].text !== piece.text)) break;
    pieces.unshift(piece);
    if (run.pieces.length > 1) break;
  }
  return pieces;
}

/**
 * The same text alone is not enough, a syllable may be doubled: a glyph stands in a cluster no more often than the most
 * frequent letter of its text.
 */
function isSameCluster(cluster: readonly Piece[], piece: Piece): boolean {
  const text = piece.text;
  if (text === '' || cluster[0]?.text !== text) return false;
  const most = mostFrequent(text.match(/.{4}/g) ?? []);
  return mostFrequent([...cluster, piece].flatMap(({ shown }) => shown.flatMap(({ glyph = [] }) => glyph))) <= most;
}

function mostFrequent(items: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** All in one run at the place of the first. */
function writeRuns(runs: readonly Run[]): string[] {
  const [first] = runs;
  if (first === undefined) return [];
  const groups: Piece[][] = [];
  for (const [index, run] of runs.entries()) {
    const [opening, ...others] = run.pieces.map((piece) => movedTo(first, run, piece));
    if (opening === undefined) continue;
    if (index > 0) groups.at(-1)?.push(opening);
    else groups.push([opening]);
    groups.push(...others.map((piece) => [piece]));
  }
  return ['q', `${first.scale} ${first.x} ${first.y} cm`, ...first.ink, 'BT', ...writeGroups(groups), 'ET', 'Q'];
}

/** Each group under its text; glyphs that say by themselves what they are stay in one operator. */
function writeGroups(groups: readonly (readonly Piece[])[]): string[] {
  const lines: string[] = [];
  let plain: Shown[] = [];
  const writePlain = () => {
    if (plain.length > 0) lines.push(writeShown(plain));
    plain = [];
  };
  for (const group of groups) {
    const [piece] = group;
    if (piece === undefined) continue;
    const isPlain = group.length === 1 && !piece.spelled;
    if (!isPlain || piece.setting.length > 0) writePlain();
    if (isPlain) {
      lines.push(...piece.setting);
      plain.push(...piece.shown);
    } else {
      const shown = group.flatMap((each, index) => [...each.setting, writeShown(atItsPlace(each, index === 0))]);
      lines.push('/Span <<', `  /ActualText <FEFF${piece.text}>`, '>> BDC', ...shown, 'EMC');
    }
  }
  writePlain();
  return lines;
}

/** A piece of one run as it is placed within another. */
function movedTo(target: Run, run: Run, piece: Piece): Piece {
  const setting = piece.setting.map((line) =>
    line.replace(TEXT_PLACE, (_, scale: string, x: string, y: string) => {
      return `${scale} ${round(Number(x) + run.x - target.x)} ${round(Number(y) - run.y + target.y)} Tm`;
    }),
  );
  return { ...piece, setting };
}

const TEXT_PLACE = /^(\S+ \S+ \S+ \S+) (\S+) (\S+) Tm$/;
/** Nobody sees less than a hundred-thousandth of a point. */
const round = (value: number): number => Math.round(value * 1e5) / 1e5;

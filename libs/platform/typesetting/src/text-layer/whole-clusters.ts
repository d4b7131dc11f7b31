import { findRun, firstText, fontBefore, type FoundRun, lastText, linesShiftedMoreThan } from './found-run';
import { readShown, type ShownText, writeShown } from './glyph-strings';
import type { PageFonts } from './page-font';
import { atItsPlace, UNNOTICED } from './piece-place';
import { spaceBefore } from './space-before';
import { type Piece, readRun, type Run, TEXT_PLACE } from './text-runs';

/**
 * A page's content in which every cluster of letters stands under one text.
 *
 * Where a font moves a sign up or down (the virama under ट), Typst begins a new run for it and gives it the text of the
 * whole cluster once more, so that रिकॉर्ड्स would be copied as रिकॉर्ड्र्ड्र्ड्स. Such runs are joined into one, at the same places of the
 * page, with one `/ActualText` around all glyphs of the cluster; lines below underlined runs are drawn behind them. The marks by which the structure of the document refers to
 * the runs stay; those of the joined runs hold nothing.
 */
export function joinClusters(content: Buffer, fonts: PageFonts): Buffer {
  const changes: Change[] = [];
  for (let first = findRun(content, 0); first !== undefined;) {
    const { runs, between, end, next } = chainFrom(content, first, fonts);
    if (runs.length > 1) {
      const space = spaceBefore(content, next, runs.at(-1), fonts);
      changes.push({ start: first.start, end, text: [...writeRuns(runs, space), ...between].join('\n') });
    } else changes.push(...signsPutBack(content, first, next, fonts));
    first = next;
  }
  return withChanges(content, changes);
}

/** What stands in the place of some bytes of a page's content. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function withChanges(content: Buffer, changes: readonly Change[]): Buffer {
  let copied = 0;
  const parts: Buffer[] = [];
  for (const { start, end, text } of changes) {
    parts.push(content.subarray(copied, start), Buffer.from(text, 'latin1'));
    copied = end;
  }
  return changes.length === 0 ? content : Buffer.concat([...parts, content.subarray(copied)]);
}

/** Of a run that is joined with no other, the lines whose glyphs do not end where their letters end. */
function signsPutBack(content: Buffer, run: FoundRun, next: FoundRun | undefined, fonts: PageFonts): Change[] {
  const changes = linesShiftedMoreThan(content, run, UNNOTICED).flatMap(({ start, end }) => {
    const font = fonts.get(fontBefore(content, run, start));
    const shown = readShown(content.toString('latin1', start, end));
    return font && shown ? { start, end, text: writeShown(atItsPlace({ shown, font }, true)) } : [];
  });
  const last = changes.at(-1);
  if (last === undefined || run.bodyEnd - last.end > LAST_MARK.length) return changes;
  const space = spaceBefore(content, next, readRun(content, run, fonts), fonts);
  return [...changes, ...space.map((line) => ({ start: run.bodyEnd, end: run.bodyEnd, text: `\n${line}` }))];
}

/** Behind the line that ends a run under an `/ActualText`. */
const LAST_MARK = '\nEMC';

interface Chain {
  /** Those that share a cluster; none or one where there is nothing to join. */
  readonly runs: Run[];
  /** The marks that stood between them. */
  readonly between: string[];
  readonly end: number;
  /** The run behind them. */
  readonly next: FoundRun | undefined;
}

/** A run and those that share a cluster with the one before; they are read only if there is something to join. */
function chainFrom(content: Buffer, first: FoundRun, fonts: PageFonts): Chain {
  const runs: Run[] = [];
  const between: string[] = [];
  let last = first;
  let next = findRun(content, first.end);
  for (; next !== undefined && mayShareCluster(content, last, next, fonts); next = findRun(content, last.end)) {
    const marks = marksBetween(content.toString('latin1', last.end + 1, next.start));
    const [before, following] = [runs.at(-1) ?? readRun(content, first, fonts), readRun(content, next, fonts)];
    if (marks === undefined || before === undefined || following === undefined) break;
    if (runs.length === 0) runs.push(before);
    if (!goOn(runs, following)) break;
    runs.push(following);
    between.push(...marks);
    last = next;
  }
  return { runs, between, end: last.end, next };
}

/** Told by the little that is read fast: at another height, and beginning with the text with which the one before ends. */
function mayShareCluster(content: Buffer, last: FoundRun, next: FoundRun, fonts: PageFonts): boolean {
  if (last.y === next.y || next.start - last.end > FARTHEST) return false;
  const text = firstText(content, next, fonts);
  return text !== '' && text === lastText(content, last, fonts);
}

/** Marks between two runs take no more bytes, nor do the lines below the first. */
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
function writeRuns(runs: readonly Run[], ending: readonly string[]): string[] {
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
  return [
    'q',
    `${first.scale} ${first.x} ${first.y} cm`,
    ...first.ink,
    'BT',
    ...writeGroups(groups),
    ...ending,
    'ET',
    'Q',
  ];
}

/** Each group under its text; glyphs that say by themselves what they are stay in one operator. */
function writeGroups(groups: readonly (readonly Piece[])[]): string[] {
  const lines: string[] = [];
  let plain: ShownText[] = [];
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

/** Nobody sees less than a hundred-thousandth of a point. */
const round = (value: number): number => Math.round(value * 1e5) / 1e5;

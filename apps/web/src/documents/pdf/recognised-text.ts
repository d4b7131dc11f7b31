import type { RecognisedPage, RecognisedWord } from '@patravali/contract';
import { findWords, type CharacterRange } from './find-words';
import type { Box } from './page-geometry';
import type { TextRun } from './text-runs';

/** What was read on a page that is a picture: the same to select, to copy and to find as text that the PDF carries. */
export class RecognisedText {
  readonly runs: readonly TextRun[];
  private readonly lines: readonly (readonly RecognisedWord[])[];

  /** `own` is what the PDF carries itself on this page: what is read once more there is left out. */
  constructor({ lines }: RecognisedPage, own: readonly Box[]) {
    this.lines = lines
      .map((line) => line.filter((word) => !own.some((box) => holdsMiddle(box, word))))
      .filter((line) => line.length > 0);
    this.runs = this.lines.flatMap(runsOf);
  }

  /** Where words stand, as boxes for each time. */
  find(words: string): Box[][] {
    const letters = this.lines.flatMap(lettersOf);
    const found = findWords(
      letters.map(({ character }) => character),
      words,
    );
    return found.map((stretch) => boxesOf(letters, stretch));
  }
}

/** A word reaches to the next one, so that the space between them is selected with it. */
function runsOf(line: readonly RecognisedWord[]): TextRun[] {
  const { top, height } = around(line);
  return line.map((word, index) => {
    const next = line[index + 1];
    const joined = next !== undefined && next.left > word.left;
    const width = joined ? next.left - word.left : word.width;
    return { text: joined ? `${word.text} ` : word.text, left: word.left, top, width, height, joined, endsLine: !next };
  });
}

interface RecognisedCharacter {
  readonly character: string;
  /** Null between two words. */
  readonly box: Box | null;
}

/** As if all letters of a word were equally wide. */
function lettersOf(line: readonly RecognisedWord[]): RecognisedCharacter[] {
  const letters = line.flatMap(({ text, left, top, width, height }): RecognisedCharacter[] => {
    const characters = Array.from(text);
    const each = width / characters.length;
    const boxes = characters.map((character, index) => ({
      character,
      box: { left: left + index * each, top, width: each, height },
    }));
    return [...boxes, { character: ' ', box: null }];
  });
  return [...letters.slice(0, -1), { character: '\n', box: null }];
}

/** One box for each line that the stretch goes over. */
function boxesOf(letters: readonly RecognisedCharacter[], { start, count }: CharacterRange): Box[] {
  const boxes: Box[] = [];
  let line: Box[] = [];
  const endLine = () => {
    if (line.length > 0) boxes.push(around(line));
    line = [];
  };
  for (const { character, box } of letters.slice(start, start + count)) {
    if (character === '\n') endLine();
    else if (box) line.push(box);
  }
  endLine();
  return boxes;
}

function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  return { left, top, width: right - left, height: bottom - top };
}

function holdsMiddle(box: Box, { left, top, width, height }: Box): boolean {
  const [x, y] = [left + width / 2, top + height / 2];
  return x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height;
}

/** A run of text in a page's content, found and not yet read. */
export interface FoundRun {
  /** From its `q` to behind its `Q`. */
  readonly start: number;
  readonly end: number;
  /** What stands between `BT` and `ET`. */
  readonly body: number;
  readonly bodyEnd: number;
}

const NUMBER = String.raw`-?[\d.]+`;
/** `q`, the place, the colour: what stands before `BT`. */
const HEAD = new RegExp(
  String.raw`(?:^|\n)(q\n(?:${NUMBER} ){4}${NUMBER} ${NUMBER} cm\n(?:(?:/\S+ cs|/\S+ gs|(?:${NUMBER} )+scn?)\n)*)$`,
);
/** No head is longer. */
const LONGEST_HEAD = 300;
const BEGIN = '\nBT\n';
const END = '\nET\n';

/** The next run at or behind a place. */
export function findRun(content: string, from: number): FoundRun | undefined {
  for (let begin = content.indexOf(BEGIN, from); begin >= 0; begin = content.indexOf(BEGIN, begin + 1)) {
    const head = HEAD.exec(content.slice(Math.max(from, begin - LONGEST_HEAD), begin + 1))?.[1];
    const end = content.indexOf(END, begin + BEGIN.length - 1);
    if (end < 0) return undefined;
    if (content[end + END.length] !== 'Q' || head === undefined) continue;
    const body = begin + BEGIN.length;
    return { start: begin + 1 - head.length, end: end + END.length + 1, body, bodyEnd: end };
  }
  return undefined;
}

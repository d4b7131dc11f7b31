/** A piece of italic text; an upright one is shown by a line below it. */
export interface ItalicPiece {
  readonly text: string;
  readonly upright: boolean;
}

/** From the first to the last letter or digit of a script that has no italics; of those that an office writes only Latin has. */
const UPRIGHT =
  /((?![\p{Script=Latin}\p{Script=Common}])[\p{L}\p{Nd}](?:\P{Script=Latin}*(?![\p{Script=Latin}\p{Script=Common}])[\p{L}\p{M}\p{Nd}])?)/u;

/** Italic text cut into what is slanted and what is underlined instead, the same on the screen as on paper. */
export function italicPieces(text: string): ItalicPiece[] {
  const pieces = text.split(UPRIGHT).map((piece, index) => ({ text: piece, upright: index % 2 === 1 }));
  return pieces.filter((piece) => piece.text !== '');
}

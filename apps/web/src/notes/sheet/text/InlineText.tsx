import { type Inline, italicPieces, type TextMark } from '@patravali/contract';
import type { ReactNode } from 'react';

type WrittenText = Extract<Inline, { type: 'text' }>;

/** A piece of a text with its marks. */
export function InlineText({ inline: { text, marks = [] } }: { inline: WrittenText }) {
  const letters = marks.includes('italic') ? <ItalicText text={text} /> : text;
  return marks.reduce<ReactNode>((marked, mark) => markedAs(mark, marked), letters);
}

/** The browser would slant letters that have no italics. */
function ItalicText({ text }: { text: string }) {
  return italicPieces(text).map((piece, index) =>
    piece.upright ? (
      <span key={index} data-upright>
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  );
}

function markedAs(mark: TextMark, text: ReactNode): ReactNode {
  if (mark === 'bold') return <strong>{text}</strong>;
  if (mark === 'italic') return <em>{text}</em>;
  return <u>{text}</u>;
}

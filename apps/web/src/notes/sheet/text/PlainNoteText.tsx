import { numberedBlocks, type StructuredText, type Words } from '@patravali/contract';
import classes from '../../../ui/list/preview.module.css';
import { InlineText } from './InlineText';
import { TextBlock } from './TextBlock';

interface PlainNoteTextProps {
  text: StructuredText;
  /** As the sheet numbers it; null leaves the numbers away. */
  firstParagraph: number | null;
}

/** The text of a note away from its sheet: what it refers to is named, and leads nowhere. */
export function PlainNoteText({ text, firstParagraph }: PlainNoteTextProps) {
  return numberedBlocks(text, firstParagraph).map(({ block, number }, index) =>
    block.type === 'paragraph' ? (
      <p key={index} className={classes.noteText}>
        {number !== null && <span className={classes.paragraphNumber}>{number}</span>}
        <PlainWords words={block} />
      </p>
    ) : (
      <TextBlock key={index} block={block} show={(words) => <PlainWords words={words} />} />
    ),
  );
}

function PlainWords({ words }: { words: Words }) {
  return words.children.map((inline, index) =>
    inline.type === 'reference' ? (
      <span key={index} className={classes.reference}>
        {inline.label}
      </span>
    ) : (
      <InlineText key={index} inline={inline} />
    ),
  );
}

import { numberedBlocks, paragraphText, type StructuredText, type Words, wordsOf } from '@patravali/contract';
import { useTranslations } from '../../../language/use-translations';
import classes from '../../note.module.css';
import { InlineText } from './InlineText';
import { ReferenceLink } from './ReferenceLink';
import { TextBlock } from './TextBlock';

interface NoteTextProps {
  text: StructuredText;
  /** Number of the first numbered paragraph in the series of the sheet; null leaves the numbers away. */
  firstParagraph: number | null;
  /** The paragraph, by that number, to which a reference has turned the sheet. */
  turnedTo?: number | undefined;
}

/** The text of a note on the sheet, each numbered paragraph under its permanent number. */
export function NoteText({ text, firstParagraph, turnedTo }: NoteTextProps) {
  const { number: written } = useTranslations();
  return numberedBlocks(text, firstParagraph).map(({ block, number }, index) =>
    block.type === 'paragraph' ? (
      <p
        key={index}
        className={classes.paragraph}
        id={number === null ? undefined : paragraphId(number)}
        lang={languageOf([block])}
        data-highlighted={(number !== null && number === turnedTo) || undefined}
      >
        {number !== null && <span className={classes.paragraphNumber}>{written(number)}</span>}
        <LinkedWords words={block} />
      </p>
    ) : (
      <div key={index} lang={languageOf(wordsOf(block))}>
        <TextBlock block={block} show={(words) => <LinkedWords words={words} />} />
      </div>
    ),
  );
}

function LinkedWords({ words }: { words: Words }) {
  return words.children.map((inline, place) =>
    inline.type === 'reference' ? (
      <ReferenceLink key={place} to={inline.to} label={inline.label} />
    ) : (
      <InlineText key={place} inline={inline} />
    ),
  );
}

/** The element of a paragraph, by its number in the series of the sheet, so that a reference can turn the sheet to it. */
export function paragraphId(number: number): string {
  return `paragraph-${number}`;
}

/** So that who hears the note hears it in its own language. */
export const languageOfText = (text: string): 'hi' | 'en' => (/\p{Script=Devanagari}/u.test(text) ? 'hi' : 'en');

const languageOf = (words: readonly Words[]) => languageOfText(words.map(paragraphText).join(' '));

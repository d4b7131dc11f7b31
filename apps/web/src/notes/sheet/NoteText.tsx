import { type Paragraph, paragraphText, type StructuredText } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import classes from '../note.module.css';
import { InlineText } from './InlineText';
import { ReferenceLink } from './ReferenceLink';

interface NoteTextProps {
  text: StructuredText;
  /** Number of the first paragraph in the series of the sheet; null leaves the numbers away. */
  firstParagraph: number | null;
  /** The paragraph, by that number, to which a reference has turned the sheet. */
  turnedTo?: number | undefined;
}

/** The text of a note on the sheet, each paragraph under its permanent number. */
export function NoteText({ text, firstParagraph, turnedTo }: NoteTextProps) {
  const { number } = useTranslations();
  return text.paragraphs.map((paragraph, index) => (
    <p
      key={index}
      className={classes.paragraph}
      id={paragraphId(firstParagraph, index)}
      lang={languageOf(paragraph)}
      data-highlighted={(firstParagraph !== null && firstParagraph + index === turnedTo) || undefined}
    >
      {firstParagraph !== null && <span className={classes.paragraphNumber}>{number(firstParagraph + index)}</span>}
      {paragraph.children.map((inline, place) =>
        inline.type === 'reference' ? (
          <ReferenceLink key={place} to={inline.to} label={inline.label} />
        ) : (
          <InlineText key={place} inline={inline} />
        ),
      )}
    </p>
  ));
}

/** The element of a paragraph, so that a reference can turn the sheet to it. */
export function paragraphId(firstParagraph: number | null, index: number): string | undefined {
  return firstParagraph === null ? undefined : `paragraph-${firstParagraph + index}`;
}

/** So that who hears the note hears it in its own language. */
function languageOf(paragraph: Paragraph): 'hi' | 'en' {
  return /\p{Script=Devanagari}/u.test(paragraphText(paragraph)) ? 'hi' : 'en';
}

/** A part of a question: words that stand one behind the other, or one word. */
export type Phrase = readonly string[];

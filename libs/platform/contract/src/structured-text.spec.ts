import { NoteContent } from './areas/notes';
import { MOST_CHARACTERS, MOST_LINES, type Paragraph } from './structured-text';

const paragraph = (text: string): Paragraph => ({ children: [{ type: 'text', text }] });
const issuesOf = (paragraphs: Paragraph[]) =>
  NoteContent.safeParse({ text: { version: 1, paragraphs } }).error?.issues.map(({ path, message }) => [
    path.join('/'),
    message,
  ]);

describe('a written text', () => {
  it('has far more lines and letters than anybody writes', () => {
    expect(issuesOf(Array.from({ length: 400 }, () => paragraph('a\nb\nc\nd\ne')))).toBeUndefined();
    expect(issuesOf(Array.from({ length: 10 }, () => paragraph('क'.repeat(19_900))))).toBeUndefined();
  });

  it.each(['\n', '\u2028', '\v', '\r\n'])('is refused with too many lines, however they end (%j)', (end) => {
    const most = Math.floor(20_000 / end.length) - 2;
    const many = Array.from({ length: Math.ceil(MOST_LINES / most) + 1 }, () => paragraph(`a${end.repeat(most)}z`));
    expect(issuesOf(many)).toEqual([['text/paragraphs', 'too-many-lines']]);
  });

  it('is refused when it is longer than can be set while others wait', () => {
    const many = Array.from({ length: MOST_CHARACTERS / 20_000 + 1 }, () => paragraph('क'.repeat(20_000)));
    expect(issuesOf(many)).toEqual([['text/paragraphs', 'too-long']]);
  });
});

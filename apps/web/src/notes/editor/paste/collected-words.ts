import { canonicalInlines, type Inline, keptText, type ReferenceTarget, type TextMark } from '@patravali/contract';

/** Lines of words as they are collected, spaces drawn together as a browser shows them. */
export class CollectedWords {
  private readonly finished: Inline[][] = [];
  private line: Inline[] = [];

  text(text: string, marks: ReadonlySet<TextMark>): void {
    const words = keptText(text).replace(/[\s\u00a0]+/g, ' ');
    const shown = this.endsInSpace() ? words.replace(/^ /, '') : words;
    if (shown !== '') this.line.push({ type: 'text', text: shown, marks: [...marks] });
  }

  reference(to: ReferenceTarget, label: string): void {
    this.line.push({ type: 'reference', to, label });
  }

  break(): void {
    const line = trimmed(canonicalInlines(this.line));
    if (line.length > 0) this.finished.push(line);
    this.line = [];
  }

  /** The lines so far, each with a word in it; begins anew. */
  take(): Inline[][] {
    this.break();
    return this.finished.splice(0);
  }

  private endsInSpace(): boolean {
    const last = this.line.at(-1);
    return last === undefined || (last.type === 'text' && last.text.endsWith(' '));
  }
}

function trimmed(line: Inline[]): Inline[] {
  const last = line.at(-1);
  if (last?.type !== 'text' || !last.text.endsWith(' ')) return line;
  const text = last.text.trimEnd();
  return text === '' ? trimmed(line.slice(0, -1)) : [...line.slice(0, -1), { ...last, text }];
}

import { alternativesTo, type Lexicon } from '@patravali/devanagari';
import type { TextField } from './text-field';
import { showWords, shownWords } from './word-list';

/** The Latin word behind the caret, from its first letter on. */
interface Word {
  field: TextField;
  start: number;
  latin: string;
  /** The person wants it as it is. */
  kept: boolean;
}

/** A word that has just become Hindi. */
interface Conversion {
  field: TextField;
  start: number;
  latin: string;
  shown: string;
}

const LATIN = /^[A-Za-z]+$/;
/** Behind these a letter continues what is no word of Hindi: C/1, an address, a name of a file. */
const CONTINUES = /[A-Za-z0-9/@_\\'’]$/;
/** An abbreviation stays Latin unless something else is chosen: PUC, DFA, GST. */
const CAPITALS = /^[A-Z]{2,}$/;
/** A series of numbers has one capital as well: A-11011. */
const SERIES = /^[A-Z]+$/;

/** Whether a word stays Latin unless something else is chosen. */
const staysLatin = ({ letters }: TextField, latin: string): boolean =>
  letters === 'latin-first' || (letters === 'numbers' ? SERIES : CAPITALS).test(latin);

/** Whether it grew or shrank; else another was typed in its place. */
const goesOn = ({ latin }: Word, now: string): boolean => now.startsWith(latin) || latin.startsWith(now);

/** Follows one word while it is typed. Of all fields at most one has a word. */
export class WordInTyping {
  private word: Word | null = null;
  private conversion: Conversion | null = null;
  /** A letter was pressed where a word may begin. */
  private beginning: HTMLElement | null = null;
  /** A change of the text by this class itself, which is none of the person's. */
  private replacing = false;
  /** The person has walked along the list. */
  private moved = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly lexicon: Lexicon) {}

  letterPressed(field: TextField): void {
    this.conversion = null;
    if (this.word?.field.element === field.element) return;
    this.beginning = CONTINUES.test(field.textBefore()) ? null : field.element;
  }

  /** The text has changed: the word grew, shrank, or is no longer there. */
  changed(field: TextField): void {
    if (this.replacing) return;
    const caret = field.caret();
    const start = this.word ? this.word.start : caret - 1;
    const owner = this.word?.field.element ?? this.beginning;
    this.beginning = null;
    const latin = caret > start ? field.textBefore().slice(start - caret) : '';
    if (owner !== field.element || latin.length !== caret - start || !LATIN.test(latin)) {
      this.drop();
      return;
    }
    this.word = { field, start, latin, kept: this.word !== null && goesOn(this.word, latin) && this.word.kept };
    clearTimeout(this.timer);
    // After the letter is painted: looking words up must not hold it.
    if (!this.word.kept) this.timer = setTimeout(() => this.show(), 0);
  }

  /** The list for the word as it is now, with its first choice, or its Latin letters, chosen. */
  private show(latinChosen = false): void {
    if (!this.word) return;
    const { field, start, latin } = this.word;
    const choices = [...alternativesTo(latin, this.lexicon), latin];
    const chosen = latinChosen || staysLatin(field, latin) ? choices.length - 1 : 0;
    this.moved = false;
    const place = field.place(start);
    showWords({ choices, chosen, place, besideLines: field.hasList, choose: (index) => this.choose(index) });
  }

  get isListOpen(): boolean {
    return this.word !== null && shownWords() !== null;
  }

  move(by: 1 | -1): void {
    const list = shownWords();
    if (!list) return;
    this.moved = true;
    showWords({ ...list, chosen: (list.chosen + by + list.choices.length) % list.choices.length });
  }

  /** Takes what the arrows have come to; answers false when they were not used. */
  chooseMoved(): boolean {
    const list = shownWords();
    if (!list || !this.moved) return false;
    this.choose(list.chosen);
    return true;
  }

  /** Takes one of the list; what is typed next begins a new word. */
  choose(index: number): void {
    const choice = shownWords()?.choices[index];
    if (choice !== undefined) this.put(choice);
  }

  has(index: number): boolean {
    return this.isListOpen && shownWords()?.choices[index] !== undefined;
  }

  /** The word stays Latin. */
  keep(): void {
    if (this.word) this.word.kept = true;
    clearTimeout(this.timer);
    showWords(null);
  }

  /** The word is over: it becomes what is chosen of its list, or its first reading. */
  finish(): void {
    if (!this.word) return;
    if (this.word.kept) {
      this.drop();
      return;
    }
    const { field, latin } = this.word;
    const list = shownWords();
    const isOfThisWord = list?.choices.at(-1) === latin;
    const first = staysLatin(field, latin) ? latin : (alternativesTo(latin, this.lexicon)[0] ?? latin);
    this.put(isOfThisWord ? (list.choices[list.chosen] ?? first) : first);
  }

  /** Right behind a word that became Hindi, with or without the sign that ended it: gives the Latin word back. */
  restore(field: TextField): boolean {
    const { conversion } = this;
    this.conversion = null;
    if (conversion?.field.element !== field.element) return false;
    const behind = conversion.start + conversion.shown.length;
    const caret = field.caret();
    const stands = field.textBefore().slice(conversion.start - caret);
    if (caret < behind || caret > behind + 1 || !stands.startsWith(conversion.shown)) return false;
    this.replace(field, conversion.start, caret, conversion.latin);
    this.word = { field, start: conversion.start, latin: conversion.latin, kept: false };
    this.show(true);
    return true;
  }

  drop(): void {
    this.word = null;
    clearTimeout(this.timer);
    showWords(null);
  }

  private put(choice: string): void {
    const { word } = this;
    this.drop();
    if (!word) return;
    const { field, start, latin } = word;
    if (choice === latin || field.caret() !== start + latin.length || !field.textBefore().endsWith(latin)) return;
    this.replace(field, start, start + latin.length, choice);
    this.conversion = { field, start, latin, shown: choice };
  }

  private replace(field: TextField, from: number, until: number, text: string): void {
    this.replacing = true;
    try {
      field.replace(from, until, text);
    } finally {
      this.replacing = false;
    }
  }
}

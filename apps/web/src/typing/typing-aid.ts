import { loadLexicon } from '@patravali/devanagari';
import { listenBeforeKeys } from '../ui/keyboard/keys';
import { forgetStop, giveStopBack, typeDanda, typeDandaForStop } from './danda';
import { listenToText } from './text-changed';
import { fieldOf } from './text-field';
import { isStopDanda, isTypingHindi } from './typing-switch';
import { WordInTyping } from './word-in-typing';

let word: WordInTyping | null = null;

/** Begins once, when it is first switched on; from then on it listens, and does nothing while it is off. */
export async function startTypingAid(): Promise<void> {
  if (word) return;
  word = new WordInTyping(await loadLexicon());
  listenToText((field) => {
    if (isTypingHindi()) word?.changed(field);
  });
  listenBeforeKeys(onKeyDown);
  document.addEventListener('input', onInput, { capture: true });
  document.addEventListener('compositionstart', () => word?.drop(), { capture: true });
  document.addEventListener('pointerdown', onPointerDown, { capture: true });
  document.addEventListener('focusout', () => word?.drop(), { capture: true });
}

function onInput(event: Event): void {
  if (!isTypingHindi() || (event as InputEvent).isComposing) return;
  if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)) return;
  const field = fieldOf(event.target);
  if (field) word?.changed(field);
}

/** A press elsewhere ends the word; one on the list chooses. */
function onPointerDown(event: PointerEvent): void {
  if (event.target instanceof Element && event.target.closest('[data-word-list]')) return;
  word?.finish();
}

/** What a letter is: one of the Latin alphabet, without Ctrl or Alt. */
const LETTER = /^[A-Za-z]$/;
/** Behind these a Latin word is part of an address or a reference: it stays. */
const KEEPS = /^[/@_\\'’0-9]$/;
/** Behind this one it is a series of numbers, where those are written. */
const OF_SERIES = '-';
/** Of a field with lines to choose from these belong to the lines, which stand there for what was typed as it is. */
const OF_LINES = new Set(['Enter', 'ArrowDown', 'ArrowUp']);

const BAR = '|';
const FULL_STOP = '.';

function onKeyDown(event: KeyboardEvent): void {
  if (!word || !isTypingHindi() || event.isComposing || event.key === 'Process') return;
  const field = fieldOf(event.target);
  if (!field) return;
  const { key } = event;
  if (key === 'Backspace' && giveStopBack(field)) {
    take(event);
    return;
  }
  forgetStop();
  if (event.ctrlKey || event.altKey || event.metaKey) {
    // These send or save: what they take is the text with its last word.
    if (key === 'Enter' || key === 's') word.finish();
  } else if (LETTER.test(key)) word.letterPressed(field);
  else if (key === 'Backspace') {
    if (word.restore(field)) take(event);
  } else if (field.hasList && OF_LINES.has(key)) word.drop();
  else if (word.isListOpen && inList(event, word)) take(event);
  else if (key === BAR) {
    word.finish();
    typeDanda(field);
    take(event);
  } else if (key === FULL_STOP && isStopDanda()) {
    word.finish();
    if (typeDandaForStop(field)) take(event);
  } else if (key === 'Escape') word.drop();
  else if (KEEPS.test(key) || (key === OF_SERIES && field.letters === 'numbers')) word.drop();
  else if (key.length === 1 || key === 'Enter' || key === 'Tab') word.finish();
  else if (/^(?:Arrow|Home|End|Page)/.test(key)) word.drop();
}

/** Also from those who listen at the window, as an open dialog does: Escape would close it. */
function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Keys of the open list; answers whether this was one. */
function inList(event: KeyboardEvent, words: WordInTyping): boolean {
  const { key } = event;
  const index = /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
  if (key === 'ArrowDown' || key === 'ArrowUp') words.move(key === 'ArrowDown' ? 1 : -1);
  else if (key === 'Escape') words.keep();
  else if (key === 'Enter') return words.chooseMoved();
  else if (words.has(index)) words.choose(index);
  else return false;
  return true;
}

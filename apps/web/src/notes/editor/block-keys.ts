import type { ListStyle } from '@patravali/contract';
import { Extension } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';
import {
  arrowOutOfTable,
  deepenItem,
  insertTable,
  leaveAtStart,
  nextCell,
  previousCell,
  raiseItem,
  splitItem,
  toggleList,
  toggleNumber,
  toggleQuotation,
} from './block-commands';

interface BlockKeysOptions {
  /** The letters with which a list counts in the language in which the page is shown. */
  letters: () => 'letters-hi' | 'letters-en';
}

/** The keys with which blocks are made, moved through and left. Where none of them fits, Tab leaves the editor. */
export const BlockKeys = Extension.create<BlockKeysOptions>({
  name: 'blockKeys',
  // Before the keys that tables and paragraphs have by themselves.
  priority: 1000,
  addOptions: () => ({ letters: () => 'letters-hi' }),
  addKeyboardShortcuts() {
    const act = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch, this.editor.view);
    const { letters } = this.options;
    const within = (outer: ListStyle): ListStyle => {
      if (outer === 'bullets') return 'bullets';
      return outer === 'decimal' ? letters() : 'roman';
    };
    return {
      Enter: act(splitItem),
      Tab: () => act(nextCell)() || act(deepenItem(within))(),
      'Shift-Tab': () => act(previousCell)() || act(raiseItem)(),
      Backspace: act(leaveAtStart),
      ArrowDown: act(arrowOutOfTable('down')),
      ArrowUp: act(arrowOutOfTable('up')),
      'Mod-Shift-1': act(insertTable),
      'Mod-Shift-2': () => act(toggleList(letters()))(),
      'Mod-Shift-7': act(toggleList('decimal')),
      'Mod-Shift-8': act(toggleList('bullets')),
      'Mod-Shift-9': act(toggleQuotation),
      'Mod-Shift-0': act(toggleNumber),
    };
  },
  addProseMirrorPlugins: () => [tableEditing()],
});

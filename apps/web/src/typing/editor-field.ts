import type { Cure } from '@patravali/devanagari';
import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node as EditorNode } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { registerEditor, type PastedText, type TextField } from './text-field';
import { textChanged } from './text-changed';

/** What stands for a reference, an image or a line break within the text of a paragraph. */
const NO_LETTER = '\ufffc';

/** Lets what is typed and pasted in an editor be taken for Hindi, as in every other field. */
export const TypingHindi = Extension.create({
  name: 'typingHindi',
  addProseMirrorPlugins() {
    const stretches = new Set<(transaction: Transaction) => void>();
    return [
      new Plugin({
        state: {
          init: () => null,
          apply: (transaction) => {
            for (const move of stretches) move(transaction);
            return null;
          },
        },
        view: (view) => {
          const field = editorField(view, stretches);
          const forget = registerEditor(field);
          return {
            update: (_, before) => {
              if (!before.doc.eq(view.state.doc)) textChanged(field);
            },
            destroy: forget,
          };
        },
      }),
    ];
  },
});

function editorField(view: EditorView, stretches: Set<(transaction: Transaction) => void>): TextField {
  return {
    element: view.dom,
    letters: 'words',
    hasList: false,
    caret: () => view.state.selection.from,
    textBefore: () => {
      const { $from } = view.state.selection;
      return $from.parent.textBetween(0, $from.parentOffset, undefined, NO_LETTER);
    },
    replace: (from, until, text) => {
      view.dispatch(view.state.tr.insertText(text, from, until).scrollIntoView());
    },
    place: (at) => view.coordsAtPos(at),
    stretch: (from, until) => editorStretch(view, { from, until }, stretches),
  };
}

function editorStretch(
  view: EditorView,
  range: { from: number; until: number },
  stretches: Set<(transaction: Transaction) => void>,
): PastedText {
  const move = ({ mapping }: Transaction) => {
    range.from = mapping.map(range.from, 1);
    range.until = mapping.map(range.until, -1);
  };
  stretches.add(move);
  const lines = () => linesBetween(view.state.doc, range.from, range.until);
  return {
    lines: () => (range.until > range.from ? lines().map(({ text }) => text) : null),
    apply: (cures) => {
      const transaction = view.state.tr;
      for (const [index, { texts }] of lines().entries()) applyTo(transaction, texts, cures[index] ?? null);
      view.dispatch(closeHistory(transaction));
      view.focus();
    },
    forget: () => stretches.delete(move),
  };
}

interface Line {
  text: string;
  /** Its pieces, each with a look of its own. */
  texts: { from: number; until: number }[];
}

function linesBetween(document: EditorNode, from: number, until: number): Line[] {
  const lines: Line[] = [];
  document.nodesBetween(from, until, (node, position) => {
    if (node.isTextblock) lines.push({ text: '', texts: [] });
    const line = lines.at(-1);
    if (!line || !node.isInline) return;
    if (!node.isText) line.text += NO_LETTER;
    else {
      const start = Math.max(from, position);
      const end = Math.min(until, position + node.nodeSize);
      line.texts.push({ from: start, until: end });
      line.text += (node.text ?? '').slice(start - position, end - position);
    }
  });
  return lines;
}

function applyTo(transaction: Transaction, texts: readonly { from: number; until: number }[], cure: Cure | null): void {
  if (!cure) return;
  for (const { from, until } of texts) {
    const [start, end] = [transaction.mapping.map(from, 1), transaction.mapping.map(until, -1)];
    const text = transaction.doc.textBetween(start, end);
    const cured = cure.apply(text);
    if (cured !== text && cured !== '') transaction.insertText(cured, start, end);
  }
}

import { type Editor, InputRule, mergeAttributes, Node } from '@tiptap/core';
import type { Node as EditorNode } from '@tiptap/pm/model';
import { findWrittenReferences, type Referable, type Reference } from './written-reference';

interface ReferenceOptions {
  /** Read at each key: the file may have grown since the editor was made. */
  referable: () => Referable;
  /** Whether one asks by `C/` and `N/` for what is on the file, by `F/`, `A/` and `O/` for what is not. */
  asks: boolean;
}

/** What lies on the file of the note, and is offered in the menu of references. */
export type AskedOnFile = 'letter' | 'note';
/** What is no place on the file of the note, and is asked for in a dialog. */
export type AskedElsewhere = 'file' | 'act' | 'order';

declare module '@tiptap/core' {
  interface EditorEvents {
    /** The person has typed the letters with which one asks. */
    askReference: AskedOnFile | AskedElsewhere;
  }
}

/** The letters with which one asks. */
export const ASKING_LETTERS: Readonly<Record<AskedElsewhere, string>> = { file: 'F/', act: 'A/', order: 'O/' };
const ASKED: Readonly<Record<string, AskedOnFile | AskedElsewhere>> = {
  c: 'letter',
  n: 'note',
  f: 'file',
  a: 'act',
  o: 'order',
};
const ASKING = /(?<![\p{L}\p{N}\p{M}/])([CcNnFfAaOo])\/[ \u00a0]$/u;

/** A new line is none: the editor would take Ctrl+Enter for one. */
const DELIMITER = /(?<!\S)(\S+)([ \u00a0,;)।])$/u;

/** An inline reference to a place on the file. Typed as `C/1` it becomes one when the word ends. */
export const ReferenceNode = Node.create<ReferenceOptions>({
  name: 'reference',
  // What is spelt out becomes a reference before Enter makes a new item or paragraph.
  priority: 1001,
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,

  addOptions: () => ({ referable: () => ({ pages: 0, notes: [], drafts: [] }), asks: false }),

  addAttributes: () => ({
    to: {
      default: null,
      parseHTML: (element) => JSON.parse(element.dataset.to ?? 'null') as unknown,
      renderHTML: (attributes) => ({ 'data-to': JSON.stringify(attributes.to) }),
    },
    label: {
      default: '',
      parseHTML: (element) => element.dataset.label ?? '',
      renderHTML: (attributes) => ({ 'data-label': String(attributes.label) }),
    },
  }),

  parseHTML: () => [{ tag: 'span[data-reference]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-reference': '' }),
    String(node.attrs.label),
  ],
  renderText: ({ node }) => String(node.attrs.label),

  addKeyboardShortcuts() {
    return {
      Enter: () => {
        convertWrittenReferences(this.editor, this.options.referable());
        return false;
      },
    };
  },

  addInputRules() {
    return [
      new InputRule({
        find: ASKING,
        // The letters stay as they are until there is a reference to put in their place.
        handler: ({ match: [, letter = ''] }) => {
          const asked = ASKED[letter.toLowerCase()];
          if (this.options.asks && asked) this.editor.emit('askReference', asked);
        },
      }),
      new InputRule({
        find: DELIMITER,
        handler: ({ state, range, match }) => {
          const [, word = '', delimiter = ''] = match;
          const reference = findWrittenReferences(word, this.options.referable()).at(-1);
          if (reference?.until !== word.length) return;
          const start = range.from + (match[0].length - delimiter.length - word.length) + reference.from;
          state.tr
            .replaceWith(start, range.to, this.type.create({ to: reference.to, label: reference.label }))
            .insertText(delimiter);
        },
      }),
    ];
  },
});

/** Puts a reference where the person writes, in the place of the letters with which they asked for it. */
export function insertReference(editor: Editor, reference: Reference): void {
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      const { $from, empty } = tr.selection;
      const asking = ASKING.exec($from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc'));
      if (empty && asking) tr.delete($from.pos - asking[0].length, $from.pos);
      return true;
    })
    .insertContent([
      { type: 'reference', attrs: reference },
      { type: 'text', text: ' ' },
    ])
    .run();
}

/** Turns every reference that is still spelt out into a reference node: the last word before sending, and pasted text. */
export function convertWrittenReferences(editor: Editor, referable: Referable): void {
  const { state } = editor;
  const transaction = state.tr;
  for (const { from, until, reference } of writtenReferences(state.doc, referable).reverse())
    transaction.replaceWith(from, until, state.schema.nodes.reference?.create(reference) ?? []);
  if (transaction.docChanged) editor.view.dispatch(transaction);
}

interface ReferenceRange {
  from: number;
  until: number;
  reference: Reference;
}

function writtenReferences(document: EditorNode, referable: Referable): ReferenceRange[] {
  const places: ReferenceRange[] = [];
  document.descendants((node, position) => {
    if (!node.isText || !node.text) return;
    for (const { from, until, to, label } of findWrittenReferences(node.text, referable))
      places.push({ from: position + from, until: position + until, reference: { to, label } });
  });
  return places;
}

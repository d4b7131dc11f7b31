import { type Editor, InputRule, mergeAttributes, Node } from '@tiptap/core';
import type { Node as EditorNode } from '@tiptap/pm/model';
import { findWrittenReferences, type Referable, type Reference } from './written-reference';

interface ReferenceOptions {
  /** Read at each key: the file may have grown since the editor was made. */
  referable: () => Referable;
}

/** A new line is none: the editor would take Ctrl+Enter for one. */
const DELIMITER = /([^\s]+)([ \u00a0,;)।])$/u;

/** An inline reference to a place on the file. Typed as `C/1` it becomes one when the word ends. */
export const ReferenceNode = Node.create<ReferenceOptions>({
  name: 'reference',
  // What is spelt out becomes a reference before Enter makes a new item or paragraph.
  priority: 1001,
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,

  addOptions: () => ({ referable: () => ({ pages: 0, notes: [], drafts: [] }) }),

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

/** Turns every reference that is still spelt out into a reference node: the last word before sending, and pasted text. */
export function convertWrittenReferences(editor: Editor, referable: Referable): void {
  const { state } = editor;
  const transaction = state.tr;
  for (const { from, until, reference } of writtenReferences(state.doc, referable).reverse())
    transaction.replaceWith(from, until, state.schema.nodes.reference?.create(reference) ?? []);
  if (transaction.docChanged) editor.view.dispatch(transaction);
}

interface Place {
  from: number;
  until: number;
  reference: Reference;
}

function writtenReferences(document: EditorNode, referable: Referable): Place[] {
  const places: Place[] = [];
  document.descendants((node, position) => {
    if (!node.isText || !node.text) return;
    for (const { from, until, to, label } of findWrittenReferences(node.text, referable))
      places.push({ from: position + from, until: position + until, reference: { to, label } });
  });
  return places;
}

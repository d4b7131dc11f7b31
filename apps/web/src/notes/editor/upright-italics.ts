import { italicPieces } from '@patravali/contract';
import { Extension } from '@tiptap/core';
import type { Node as EditorNode } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** While it is written, italic Hindi is already underlined as it will stand on the sheet and on paper. */
export const UprightItalics = Extension.create({
  name: 'uprightItalics',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        state: {
          init: (_, { doc }) => uprightPlaces(doc),
          apply: ({ docChanged, doc }, places) => (docChanged ? uprightPlaces(doc) : places),
        },
        props: {
          decorations(state) {
            return this.getState(state);
          },
        },
      }),
    ];
  },
});

/** An attribute, and no element of its own: the editor would read an underlined one back as a mark. */
const UPRIGHT = { 'data-upright': '' };

export function uprightPlaces(document: EditorNode): DecorationSet {
  const places: Decoration[] = [];
  document.descendants((node, position) => {
    if (!node.isText || !node.marks.some((mark) => mark.type.name === 'italic')) return;
    let from = position;
    for (const { text, upright } of italicPieces(node.text ?? '')) {
      if (upright) places.push(Decoration.inline(from, from + text.length, UPRIGHT));
      from += text.length;
    }
  });
  return DecorationSet.create(document, places);
}

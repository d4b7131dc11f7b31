import { Extension } from '@tiptap/core';
import type { Node as EditorNode } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Each paragraph bears the language that its letters show, by which the browser checks its spelling and a screen reader reads it. */
export const WrittenLanguage = Extension.create({
  name: 'writtenLanguage',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        state: {
          init: (_, { doc }) => englishPlaces(doc),
          apply: ({ docChanged, doc }, places) => (docChanged ? englishPlaces(doc) : places),
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

/** The editor itself is in Hindi. */
function englishPlaces(document: EditorNode): DecorationSet {
  const places: Decoration[] = [];
  document.descendants((node, position) => {
    if (!node.isTextblock) return;
    const english = /[a-z]{2}/i.test(node.textContent) && !/\p{Script=Devanagari}/u.test(node.textContent);
    if (english) places.push(Decoration.node(position, position + node.nodeSize, { lang: 'en' }));
  });
  return DecorationSet.create(document, places);
}

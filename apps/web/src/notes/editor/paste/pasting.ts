import { Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Referable } from '../written-reference';
import { type Loss, LOSSES } from './losses';
import { pasteBlocks } from './paste-blocks';
import { readPasted } from './read-pasted';

interface PastingOptions {
  /** Read at each paste: the file may have grown since the editor was made. */
  referable: () => Referable;
}

export interface PastingStorage {
  /** What the last paste could not keep; empty once it was read. */
  losses: readonly Loss[];
}

declare module '@tiptap/core' {
  interface Storage {
    pasting: PastingStorage;
  }
}

/** Takes what is pasted or dropped away from the editor, which would make elements of it, and reads it itself. */
export const Pasting = Extension.create<PastingOptions, PastingStorage>({
  name: 'pasting',
  addOptions: () => ({ referable: () => ({ pages: 0, notes: [], drafts: [] }) }),
  addStorage: () => ({ losses: [] }),
  addProseMirrorPlugins() {
    const { options, storage } = this;
    const put = (view: EditorView, data: DataTransfer): boolean => {
      const { blocks, losses } = readPasted(data.getData('text/html'), data.getData('text/plain'));
      if (blocks.length === 0 && losses.size === 0 && data.files.length === 0) return false;
      const told = new Set<Loss>(losses);
      if (data.files.length > 0 && blocks.length === 0) told.add('images');
      const pasted = pasteBlocks(view.state, blocks, options.referable());
      for (const loss of pasted.losses) told.add(loss);
      storage.losses = LOSSES.filter((loss) => told.has(loss));
      view.dispatch(blocks.length > 0 ? pasted.transaction : view.state.tr);
      return true;
    };
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            paste: (view, event) => {
              if (!view.editable || !event.clipboardData) return false;
              event.preventDefault();
              put(view, event.clipboardData);
              return true;
            },
            drop: (view, event) => {
              // What is moved within the editor it moves itself.
              if (view.dragging || !view.editable || !event.dataTransfer) return false;
              event.preventDefault();
              const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
              if (place)
                view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))));
              put(view, event.dataTransfer);
              return true;
            },
          },
        },
      }),
    ];
  },
});

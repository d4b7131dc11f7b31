import { getSchema } from '@tiptap/core';
import Bold from '@tiptap/extension-bold';
import Document from '@tiptap/extension-document';
import Italic from '@tiptap/extension-italic';
import Text from '@tiptap/extension-text';
import Underline from '@tiptap/extension-underline';
import { history } from '@tiptap/pm/history';
import { AllSelection, EditorState, Selection, TextSelection } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';
import fc from 'fast-check';
import { pasteBlocks } from '../../apps/web/src/notes/editor/paste/paste-blocks';
import { ReferenceNode } from '../../apps/web/src/notes/editor/reference-node';
import { toEditor } from '../../apps/web/src/notes/editor/structured-text-editor';
import { TEXT_NODES } from '../../apps/web/src/notes/editor/text-nodes';
import { anyBlock } from '../support/any-block';

const schema = getSchema([Document, Text, Bold, Italic, Underline, ReferenceNode, ...TEXT_NODES]);
const REFERABLE = { pages: 3, notes: [], drafts: [] };

/** Where one writes: a part of the length of the text, from and to; or everything. */
const place = fc.option(fc.tuple(fc.nat(1000), fc.nat(1000)));
const blocks = fc.array(anyBlock, { maxLength: 3 });

describe('what is pasted, wherever one writes,', () => {
  it('leaves a text of the right form, in which one can write on', () => {
    fc.assert(
      fc.property(
        blocks,
        fc.array(fc.record({ place, pasted: fc.array(anyBlock, { minLength: 1, maxLength: 3 }) }), {
          minLength: 1,
          maxLength: 4,
        }),
        (written, pastes) => {
          let state = EditorState.create({
            doc: schema.nodeFromJSON(toEditor({ version: 2, blocks: written })),
            plugins: [history(), tableEditing()],
          });
          for (const { place, pasted } of pastes) {
            state = state.apply(state.tr.setSelection(selectionAt(state, place)));
            state = state.apply(pasteBlocks(state, pasted, REFERABLE).transaction);
            state.doc.check();
            expect(state.selection instanceof TextSelection || state.selection instanceof AllSelection).toBe(true);
            expect(state.selection.empty).toBe(true);
          }
        },
      ),
      { numRuns: Number(process.env.PASTES ?? 500) },
    );
  });
});

function selectionAt(state: EditorState, place: readonly [number, number] | null): Selection {
  if (place === null) return new AllSelection(state.doc);
  const [from, to] = place.map((part) => state.doc.resolve(Math.round((part / 1000) * state.doc.content.size)));
  return TextSelection.between(from ?? state.doc.resolve(0), to ?? state.doc.resolve(0));
}

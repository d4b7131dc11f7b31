import { type Words, wordsOf } from '@patravali/contract';
import { getSchema } from '@tiptap/core';
import Bold from '@tiptap/extension-bold';
import Document from '@tiptap/extension-document';
import Italic from '@tiptap/extension-italic';
import Text from '@tiptap/extension-text';
import Underline from '@tiptap/extension-underline';
import { history } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { AllSelection, EditorState, NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import { CellSelection, tableEditing } from '@tiptap/pm/tables';
import fc from 'fast-check';
import { pasteBlocks } from '../../../apps/web/src/notes/editor/paste/paste-blocks';
import { ReferenceNode } from '../../../apps/web/src/notes/editor/reference-node';
import { toEditor } from '../../../apps/web/src/notes/editor/structured-text-editor';
import { TEXT_NODES } from '../../../apps/web/src/notes/editor/text-nodes';
import { anyBlock } from '../../support/papers/any-block';

const schema = getSchema([Document, Text, Bold, Italic, Underline, ReferenceNode, ...TEXT_NODES]);
const REFERABLE = { pages: 3, notes: [], drafts: [] };

/** What is selected: from one part of the length of the text to another, a reference, cells, or everything. */
const place = fc.record({
  kind: fc.constantFrom('text' as const, 'reference' as const, 'cells' as const, 'all' as const),
  from: fc.nat(1000),
  to: fc.nat(1000),
});
type Place = typeof place extends fc.Arbitrary<infer One> ? One : never;
const blocks = fc.array(anyBlock, { maxLength: 3 });

describe('what is pasted, wherever one writes,', () => {
  it('stands in the place of what was selected, in a text of the right form, and one writes on behind it', () => {
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
            const { before, after } = aroundSelection(state);
            state = state.apply(pasteBlocks(state, pasted, REFERABLE).transaction);
            state.doc.check();
            const { empty, head } = state.selection;
            expect(state.selection).toBeInstanceOf(TextSelection);
            expect(empty).toBe(true);
            const behind = lettersOf(wordsIn(state.doc, 0, head));
            expect(behind).toBe(lettersOf(before + pasted.flatMap(wordsOf).map(spelt).join('')));
            expect(lettersOf(wordsIn(state.doc, head, state.doc.content.size))).toBe(lettersOf(after));
          }
        },
      ),
      { numRuns: Number(process.env.PASTES ?? 500) },
    );
  });
});

function selectionAt(state: EditorState, { kind, from, to }: Place): Selection {
  if (kind === 'all') return new AllSelection(state.doc);
  const { doc } = state;
  const positionAt = (part: number) => Math.round((part / 1000) * doc.content.size);
  const [references, cells] = [placesOf(doc, 'reference'), placesOf(doc, 'tableCell', 'tableHeader')];
  const reference = references[from % references.length];
  if (kind === 'reference' && reference !== undefined) return NodeSelection.create(doc, reference);
  const first = cells[from % cells.length];
  const ofOneTable = cells.filter((cell) => first !== undefined && tableAround(doc, cell) === tableAround(doc, first));
  if (kind === 'cells' && first !== undefined)
    return CellSelection.create(doc, first, ofOneTable[to % ofOneTable.length]);
  return TextSelection.between(doc.resolve(positionAt(from)), doc.resolve(positionAt(to)));
}

function placesOf(doc: Node, ...types: readonly string[]): number[] {
  const places: number[] = [];
  doc.descendants(({ type }, position) => {
    if (types.includes(type.name)) places.push(position);
  });
  return places;
}

const tableAround = (doc: Node, cell: number): Node => doc.resolve(cell).node(1);

/** The words before and behind the place where something will be put, without those that are selected. */
function aroundSelection({ doc, selection }: EditorState): { before: string; after: string } {
  const places = selection.ranges.map(({ $from, $to }) => ({ from: $from.pos, to: $to.pos }));
  const selected = places.toSorted((one, other) => one.from - other.from);
  const unselected = (from: number, to: number) => {
    const within = selected.filter((place) => place.from >= from && place.to <= to);
    const starts = [from, ...within.map((place) => place.to)];
    const ends = [...within.map((place) => place.from), to];
    return starts.map((start, index) => wordsIn(doc, start, ends[index] ?? to)).join('');
  };
  return { before: unselected(0, selection.from), after: unselected(selection.to, doc.content.size) };
}

const wordsIn = (doc: Node, from: number, to: number): string =>
  doc.textBetween(from, to, '', ({ attrs }) => String(attrs.label));

const spelt = ({ children }: Words): string =>
  children.map((one) => (one.type === 'text' ? one.text : one.label)).join('');

/** Cells that become one line have a sign between them. */
const lettersOf = (text: string): string => text.replaceAll(/[\s|]/g, '');

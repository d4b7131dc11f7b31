import type { StructuredText } from '@patravali/contract';
import { Extension } from '@tiptap/core';
import Bold from '@tiptap/extension-bold';
import Document from '@tiptap/extension-document';
import Italic from '@tiptap/extension-italic';
import Text from '@tiptap/extension-text';
import Underline from '@tiptap/extension-underline';
import { Placeholder, UndoRedo } from '@tiptap/extensions';
import { Slice } from '@tiptap/pm/model';
import { type Editor, useEditor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { styleNonce } from '../../parts/content-security';
import { pastedParagraphs } from './pasted-text';
import { convertWrittenReferences, ReferenceNode } from './reference-node';
import { fromEditor, toEditor } from './structured-text-editor';
import { TEXT_NODES } from './text-nodes';
import { UprightItalics } from './upright-italics';
import type { Referable } from './written-reference';

interface TextEditorOptions {
  text: StructuredText;
  onChange: (text: StructuredText) => void;
  /** What the text is, for screen readers. */
  label: string;
  placeholder: string;
  referable: Referable;
  editable?: boolean;
}

/** In this office's texts a new line is always a new paragraph. */
const ShiftEnter = Extension.create({
  name: 'shiftEnter',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.splitBlock() };
  },
});

/** The editor of notes and letters: paragraphs, bold, italic, underline and references; nothing that paper cannot keep. */
export function useTextEditor(options: TextEditorOptions): Editor {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const editor = useEditor({
    extensions: [
      Document,
      ...TEXT_NODES,
      Text,
      Bold,
      Italic,
      UprightItalics,
      Underline,
      UndoRedo,
      ShiftEnter,
      Placeholder.configure({ placeholder: () => latest.current.placeholder }),
      ReferenceNode.configure({ referable: () => latest.current.referable }),
    ],
    content: toEditor(options.text),
    injectNonce: styleNonce(),
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': options.label, lang: 'hi' },
      // Ctrl+Enter is the page's key, which sends; the editor must not take it for a new line.
      handleDOMEvents: { keydown: (_view, event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) },
      handlePaste: (view, event, slice) => {
        const plain = event.clipboardData?.getData('text/plain') ?? '';
        if (plain === '' || slice.content.firstChild?.type.name === 'reference') return false;
        const paragraphs = pastedParagraphs(view.state.schema, plain, latest.current.referable);
        view.dispatch(view.state.tr.replaceSelection(new Slice(paragraphs, 1, 1)).scrollIntoView());
        return true;
      },
    },
    onUpdate: ({ editor: changed }) => latest.current.onChange(fromEditor(changed.getJSON())),
    onBlur: ({ editor: left }) => convertWrittenReferences(left, latest.current.referable),
  });
  useEffect(() => {
    editor.setEditable(options.editable ?? true, false);
  }, [editor, options.editable]);
  return editor;
}

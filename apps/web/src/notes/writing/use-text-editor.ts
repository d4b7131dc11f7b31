import type { StructuredText } from '@patravali/contract';
import { Extension } from '@tiptap/core';
import Bold from '@tiptap/extension-bold';
import Document from '@tiptap/extension-document';
import Italic from '@tiptap/extension-italic';
import Text from '@tiptap/extension-text';
import Underline from '@tiptap/extension-underline';
import { Placeholder, UndoRedo } from '@tiptap/extensions';
import { type Editor, useEditor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { TypingHindi } from '../../typing/editor-field';
import { styleNonce } from '../../parts/content-security';
import { BlockKeys } from '../editor/block-keys';
import { Pasting } from '../editor/paste/pasting';
import { convertWrittenReferences, ReferenceNode } from '../editor/reference-node';
import { fromEditor, toEditor } from '../editor/structured-text-editor';
import { TEXT_NODES } from '../editor/text-nodes';
import { UprightItalics } from '../editor/upright-italics';
import { WrittenLanguage } from '../editor/written-language';
import type { Referable } from '../editor/written-reference';

interface TextEditorOptions {
  text: StructuredText;
  onChange: (text: StructuredText) => void;
  /** What the text is, for screen readers. */
  label: string;
  placeholder: string;
  referable: Referable;
  /** Whether letters such as `C/` and `F/` ask for what the text shall refer to. */
  asksForReferences?: boolean;
  /** A text that is English, whose Latin letters stay as they are. */
  english?: boolean;
}

/** In this office's texts a new line is always a new paragraph. */
const ShiftEnter = Extension.create({
  name: 'shiftEnter',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.splitBlock() };
  },
});

/** The editor of notes and letters: blocks, bold, italic, underline and references; nothing that paper cannot keep. */
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
      TypingHindi,
      Placeholder.configure({ placeholder: () => latest.current.placeholder }),
      ReferenceNode.configure({
        referable: () => latest.current.referable,
        asks: options.asksForReferences ?? false,
      }),
      BlockKeys.configure({ letters: () => (document.documentElement.lang === 'en' ? 'letters-en' : 'letters-hi') }),
      Pasting.configure({ referable: () => latest.current.referable }),
      WrittenLanguage,
    ],
    content: toEditor(options.text),
    injectNonce: styleNonce(),
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        lang: options.english ? 'en' : 'hi',
        ...(options.english && { 'data-letters': 'latin' }),
        spellcheck: 'true',
      },
      // Ctrl+Enter is the page's key, which sends; the editor must not take it for a new line.
      handleDOMEvents: { keydown: (_view, event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) },
    },
    onUpdate: ({ editor: changed }) => latest.current.onChange(fromEditor(changed.getJSON())),
    onBlur: ({ editor: left }) => convertWrittenReferences(left, latest.current.referable),
  });
  return editor;
}

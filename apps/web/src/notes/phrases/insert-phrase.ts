import type { Editor } from '@tiptap/react';

/** Puts the text where one writes, as if it had been typed: a new line is what Enter makes there. */
export function insertPhrase(editor: Editor, text: string): void {
  text.split('\n').forEach((line, index) => {
    const chain = editor.chain().focus();
    if (index > 0) chain.keyboardShortcut('Enter');
    // Never as HTML, whatever stands in it.
    if (line !== '') chain.insertContent({ type: 'text', text: line });
    chain.run();
  });
  editor.chain().focus().insertContent({ type: 'text', text: ' ' }).run();
}

import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';

/** Whether the text has words, or somebody has been in it. */
export function useBegun(editor: Editor): boolean {
  const [isBegun, setBegun] = useState(!editor.isEmpty);
  useEffect(() => {
    const begin = () => setBegun(true);
    editor.on('focus', begin);
    return () => void editor.off('focus', begin);
  }, [editor]);
  return isBegun;
}

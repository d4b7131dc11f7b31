import type { Language, StructuredText } from '@patravali/contract';
import { EditorContent } from '@tiptap/react';
import { useTextEditor } from '../../notes/writing/use-text-editor';
import { WritingBar } from '../../notes/writing/WritingBar';
import classes from '../draft.module.css';

interface BodyFieldProps {
  label: string;
  placeholder: string;
  body: StructuredText;
  onChange: (body: StructuredText) => void;
  /** In which it is written. */
  language: Language;
  /** A text that is English beside a Hindi one. */
  english?: boolean;
}

const NOTHING_TO_REFER_TO = { pages: 0, notes: [], drafts: [] };

/** A text of the letter. Give it a new key to show another text. */
export function BodyField({ label, placeholder, body, onChange, language, english = false }: BodyFieldProps) {
  const editor = useTextEditor({
    text: body,
    onChange,
    label,
    placeholder,
    referable: NOTHING_TO_REFER_TO,
    english,
  });
  return (
    <div>
      <span className={classes.label}>{label}</span>
      <div className={classes.body}>
        <WritingBar editor={editor} writes={language} />
        <EditorContent editor={editor} />
      </div>
    </div>
  );
}

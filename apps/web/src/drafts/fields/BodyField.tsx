import type { StructuredText } from '@patravali/contract';
import { EditorContent } from '@tiptap/react';
import { useTranslations } from '../../language/use-translations';
import { useTextEditor } from '../../notes/editor/use-text-editor';
import { WritingBar } from '../../notes/editor/WritingBar';
import classes from '../draft.module.css';

interface BodyFieldProps {
  body: StructuredText;
  onChange: (body: StructuredText) => void;
  readOnly: boolean;
}

const NOTHING_TO_REFER_TO = { pages: 0, notes: [], drafts: [] };

/** The letter's text. Give it a new key to show another text. */
export function BodyField({ body, onChange, readOnly }: BodyFieldProps) {
  const { t } = useTranslations();
  const editor = useTextEditor({
    text: body,
    onChange,
    label: t('draft.body'),
    placeholder: t('draft.bodyPlaceholder'),
    referable: NOTHING_TO_REFER_TO,
    editable: !readOnly,
  });
  return (
    <div>
      <span className={classes.label}>{t('draft.body')}</span>
      <div className={classes.body}>
        {!readOnly && <WritingBar editor={editor} forNote={false} />}
        <EditorContent editor={editor} />
      </div>
    </div>
  );
}

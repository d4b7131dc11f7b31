import { ActionIcon, Menu } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { useTranslations } from '../../language/use-translations';
import classes from '../note.module.css';
import { ReferencePicker } from './ReferencePicker';
import type { Reference } from './written-reference';

const PHRASES = ['submitted', 'approval', 'agree', 'discuss', 'draftBelow', 'necessary'] as const;

interface WritingBarProps {
  editor: Editor;
  /** Letters have no references to the file, and no phrases of notes. */
  forNote: boolean;
}

/** Bold, italic, underline; in a note also references and the office's standing phrases. */
export function WritingBar({ editor, forNote }: WritingBarProps) {
  const { t } = useTranslations();
  const marks = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      underline: now.isActive('underline'),
    }),
  });
  const refer = (reference: Reference) =>
    editor
      .chain()
      .focus()
      .insertContent([
        { type: 'reference', attrs: reference },
        { type: 'text', text: ' ' },
      ])
      .run();
  return (
    <div className={classes.writingBar} role="toolbar" aria-label={t('note.writing')}>
      <Mark label={t('note.bold')} icon="B" on={marks.bold} run={() => editor.chain().focus().toggleBold().run()} />
      <Mark
        label={t('note.italic')}
        icon="I"
        on={marks.italic}
        run={() => editor.chain().focus().toggleItalic().run()}
      />
      <Mark
        label={t('note.underline')}
        icon="U"
        on={marks.underline}
        run={() => editor.chain().focus().toggleUnderline().run()}
      />
      {forNote && (
        <>
          <ReferencePicker onPick={refer}>
            <button type="button" className={classes.quiet}>
              {t('note.refer')}
            </button>
          </ReferencePicker>
          <Phrases onPick={(phrase) => editor.chain().focus().insertContent(`${phrase} `).run()} />
        </>
      )}
    </div>
  );
}

function Mark({ label, icon, on, run }: { label: string; icon: string; on: boolean; run: () => void }) {
  return (
    <ActionIcon
      variant={on ? 'light' : 'subtle'}
      size={26}
      aria-label={label}
      aria-pressed={on}
      title={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      <span aria-hidden data-mark={icon}>
        {icon}
      </span>
    </ActionIcon>
  );
}

function Phrases({ onPick }: { onPick: (phrase: string) => void }) {
  const { t } = useTranslations();
  return (
    <Menu position="top-start">
      <Menu.Target>
        <button type="button" className={classes.quiet}>
          {t('note.phrases')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {PHRASES.map((phrase) => (
          <Menu.Item key={phrase} onClick={() => onPick(t(`phrase.${phrase}`))}>
            {t(`phrase.${phrase}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

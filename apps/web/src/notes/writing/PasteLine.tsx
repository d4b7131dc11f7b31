import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { useTranslations } from '../../language/use-translations';
import classes from '../note.module.css';

/** What the last paste could not keep, in one line, until it is put away. */
export function PasteLine({ editor }: { editor: Editor }) {
  const { t } = useTranslations('pasting');
  const losses = useEditorState({ editor, selector: ({ editor: now }) => now.storage.pasting.losses });
  const putAway = () => {
    editor.storage.pasting.losses = [];
    editor.view.dispatch(editor.state.tr);
    editor.commands.focus();
  };
  return (
    <p role="status" className={losses.length > 0 ? classes.pasteLine : 'visually-hidden'}>
      {losses.length > 0 && (
        <>
          <span>{t('note.pasteLoss', { things: losses.map((loss) => t(`pasteLoss.${loss}`)).join(', ') })}</span>
          <button type="button" className={classes.quiet} onClick={putAway}>
            {t('note.pasteLossRead')}
          </button>
        </>
      )}
    </p>
  );
}

import { type Block, blocksOf, paragraphText, type StructuredText, wordsOf } from '@patravali/contract';
import { Button, Group, Modal, SimpleGrid } from '@mantine/core';
import { EditorContent } from '@tiptap/react';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { toEditorBlock } from '../editor/structured-text-editor';
import { useTextEditor } from '../editor/use-text-editor';
import { WritingBar } from '../editor/WritingBar';
import classes from '../note.module.css';
import { TextBlock } from '../sheet/TextBlock';

interface StaleTextProps {
  mine: StructuredText;
  theirs: StructuredText;
  onTakeTheirs: () => void;
  /** Goes on with one's own text, as the person made it of both. */
  onKeepMine: (text: StructuredText) => void;
}

const NOTHING_TO_REFER_TO = { pages: 0, notes: [], drafts: [] };

/**
 * Both texts side by side when another window has saved a newer one; nothing is overwritten unseen. One's own can be
 * written on, and takes over what is wanted of the other, lists and tables as they are.
 */
export function StaleText({ mine, theirs, onTakeTheirs, onKeepMine }: StaleTextProps) {
  const { t } = useTranslations();
  const [merged, setMerged] = useState(mine);
  const editor = useTextEditor({
    text: mine,
    onChange: setMerged,
    label: t('note.mine'),
    placeholder: '',
    referable: NOTHING_TO_REFER_TO,
  });
  const take = (block: Block) => editor.commands.insertContentAt(editor.state.doc.content.size, toEditorBlock(block));
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} size="xl" title={t('note.staleTitle')}>
      <p>{t('note.staleWhy')}</p>
      <SimpleGrid cols={2} spacing="md">
        <div>
          <p className="eyebrow">{t('note.theirs')}</p>
          <div className={classes.otherText}>
            {blocksOf(theirs).map((block, index) => (
              <div key={index} className={classes.otherBlock}>
                <div>
                  {block.type === 'paragraph' ? (
                    <p>{paragraphText(block)}</p>
                  ) : (
                    <TextBlock block={block} show={paragraphText} />
                  )}
                </div>
                <Button
                  variant="subtle"
                  size="compact-xs"
                  aria-label={`${t('note.takeBlock')}: ${wordsOf(block).map(paragraphText).join(' ')}`}
                  onClick={() => take(block)}
                >
                  {t('note.takeBlock')}
                </Button>
              </div>
            ))}
          </div>
        </div>
        <div>
          <p className="eyebrow">{t('note.mine')}</p>
          <div className={classes.ownText}>
            <EditorContent editor={editor} />
          </div>
          <WritingBar editor={editor} forNote={false} />
        </div>
      </SimpleGrid>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onTakeTheirs}>
          {t('note.takeTheirs')}
        </Button>
        <Button onClick={() => onKeepMine(merged)}>{t('note.keepMine')}</Button>
      </Group>
    </Modal>
  );
}

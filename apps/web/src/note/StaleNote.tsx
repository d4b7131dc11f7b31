import { EMPTY_TEXT, type NoteContent, plainText } from '@patravali/contract';
import { Button, Group, Modal, SimpleGrid, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../language/use-language';
import type { Held } from './autosave';
import classes from './note.module.css';

interface StaleNoteProps {
  mine: NoteContent;
  theirs: Held<NoteContent>;
  /** Goes on with the text that the person has chosen or made. */
  onSettle: (content: NoteContent) => void;
}

/** Both texts side by side when another window has saved a newer one; nothing is overwritten unseen. */
export function StaleNote({ mine, theirs, onSettle }: StaleNoteProps) {
  const { t } = useLanguage();
  const [merged, setMerged] = useState(() => plainText(mine.text));
  const changed = merged !== plainText(mine.text);
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} size="xl" title={t('note.staleTitle')}>
      <p>{t('note.staleWhy')}</p>
      <SimpleGrid cols={2} spacing="md">
        <div>
          <p className="eyebrow">{t('note.theirs')}</p>
          <p className={classes.otherText}>{plainText(theirs.content.text)}</p>
        </div>
        <Textarea
          label={t('note.mine')}
          autosize
          minRows={6}
          maxRows={16}
          value={merged}
          onChange={(event) => setMerged(event.currentTarget.value)}
        />
      </SimpleGrid>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => onSettle(theirs.content)}>
          {t('note.takeTheirs')}
        </Button>
        <Button onClick={() => onSettle(changed ? { ...mine, text: fromLines(merged) } : mine)}>
          {t('note.keepMine')}
        </Button>
      </Group>
    </Modal>
  );
}

function fromLines(lines: string): NoteContent['text'] {
  const paragraphs = lines
    .normalize('NFC')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((text) => ({ children: [{ type: 'text' as const, text }] }));
  return paragraphs.length === 0 ? EMPTY_TEXT : { version: 1, paragraphs };
}

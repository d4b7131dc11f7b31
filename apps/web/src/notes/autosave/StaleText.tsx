import { keptText, plainText, type StructuredText, textOfParagraphs } from '@patravali/contract';
import { Button, Group, Modal, SimpleGrid, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import classes from '../note.module.css';

interface StaleTextProps {
  mine: StructuredText;
  theirs: StructuredText;
  onTakeTheirs: () => void;
  /** Goes on with one's own text, as the person made it of both. */
  onKeepMine: (text: StructuredText) => void;
}

/** Both texts side by side when another window has saved a newer one; nothing is overwritten unseen. */
export function StaleText({ mine, theirs, onTakeTheirs, onKeepMine }: StaleTextProps) {
  const { t } = useTranslations();
  const [merged, setMerged] = useState(() => plainText(mine));
  const changed = merged !== plainText(mine);
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} size="xl" title={t('note.staleTitle')}>
      <p>{t('note.staleWhy')}</p>
      <SimpleGrid cols={2} spacing="md">
        <div>
          <p className="eyebrow">{t('note.theirs')}</p>
          <p className={classes.otherText}>{plainText(theirs)}</p>
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
        <Button variant="default" onClick={onTakeTheirs}>
          {t('note.takeTheirs')}
        </Button>
        <Button onClick={() => onKeepMine(changed ? fromLines(merged) : mine)}>{t('note.keepMine')}</Button>
      </Group>
    </Modal>
  );
}

function fromLines(lines: string): StructuredText {
  const paragraphs = keptText(lines)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((text) => ({ children: [{ type: 'text' as const, text }] }));
  return textOfParagraphs(paragraphs);
}

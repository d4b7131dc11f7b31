import { Button } from '@mantine/core';
import type { DeskItem, Named } from '@patravali/contract';
import { QuestionPreview, QuestionRow } from '../../consultations/QuestionRow';
import { useTranslations } from '../../language/use-translations';
import { DiscussionNote } from '../../notes/discussions/DiscussionNote';
import { DiscussionRow } from '../../notes/discussions/DiscussionRow';
import { Pill } from '../../ui/Badges';
import { Kbd } from '../../ui/keyboard/Kbd';
import preview from '../../ui/list/preview.module.css';
import { ReceiptPreview } from '../receipts/ReceiptPreview';
import { CopyRow, ReceiptOnDeskRow } from '../receipts/ReceiptOnDeskRow';
import { LetterToSignPreview, LetterToSignRow } from '../to-sign/LetterToSignRow';

interface OtherRowProps {
  item: Named<DeskItem>;
}

/** What lies on the desk beside files, each kind by its name and with what its own list says of it. */
export function OtherRow({ item: { receipt, copy, letter, question, discussion } }: OtherRowProps) {
  const { t } = useTranslations();
  if (receipt) return <ReceiptOnDeskRow receipt={receipt} badges={<Pill>{t('desk.kind.receipt')}</Pill>} />;
  if (copy) return <CopyRow receipt={copy} badges={<Pill>{t('desk.box.copies')}</Pill>} />;
  if (letter) return <LetterToSignRow letter={letter} badges={<Pill>{t('desk.box.to-sign')}</Pill>} />;
  if (question) return <QuestionRow question={question} badges={<Pill>{t('desk.questions')}</Pill>} />;
  // Its own badge says that it awaits to be confirmed.
  return discussion && <DiscussionRow discussion={discussion} />;
}

/** The same beside the list. */
export function OtherPreview({ item, onOpen }: OtherRowProps & { onOpen: () => void }) {
  const { receipt, copy, letter, question, discussion } = item;
  const letterThatCame = receipt ?? copy;
  if (letterThatCame)
    return <ReceiptPreview key={item.id} receipt={letterThatCame} onOpen={onOpen} elsewhere={copy !== null} />;
  if (letter) return <LetterToSignPreview letter={letter} onOpen={onOpen} />;
  if (question) return <QuestionPreview question={question} onOpen={onOpen} />;
  return discussion && <DiscussionToAnswer discussion={discussion} onOpen={onOpen} />;
}

interface DiscussionToAnswerProps {
  discussion: NonNullable<Named<DeskItem>['discussion']>;
  onOpen: () => void;
}

/** It is read here, and answered on its own page: once answered it leaves this list, and a key pressed twice would answer the next. */
function DiscussionToAnswer({ discussion, onOpen }: DiscussionToAnswerProps) {
  const { t } = useTranslations();
  return (
    <>
      <div className={preview.moves}>
        <Button onClick={onOpen} rightSection={<Kbd keys="Enter" onAccent />}>
          {t('desk.open')}
        </Button>
      </div>
      <DiscussionNote discussion={discussion} />
    </>
  );
}

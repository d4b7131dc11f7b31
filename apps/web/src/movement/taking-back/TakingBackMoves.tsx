import type { FileMove, FileView, Named } from '@patravali/contract';
import type { ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import { useTranslations } from '../../language/use-translations';
import { lazyPart } from '../../ui/page/lazy-part';
import { showSuccess } from '../../ui/notices/announcements';
import { useRefusal } from '../../ui/notices/use-refusal';

const TakingBackDialog = lazyPart(() => import('./TakingBackDialog').then((dialog) => dialog.TakingBackDialog));
const GiveBackDialog = lazyPart(() => import('./GiveBackDialog').then((dialog) => dialog.GiveBackDialog));

const KEYS = { ask_recall: 'b', withdraw_recall: 'b', agree_recall: 'y', refuse_recall: 'o', pull_up: 't' } as const;
type TakingBackMove = keyof typeof KEYS;
const MOVES = Object.keys(KEYS) as TakingBackMove[];

/** What takes a file back after it was opened, as far as it is allowed now: in the head of the file, and in a list. */
export function TakingBackMoves({ file, size }: { file: Named<FileView>; size?: ButtonProps['size'] }) {
  const { t } = useTranslations();
  const [asking, setAsking] = useState<Exclude<TakingBackMove, 'withdraw_recall'> | null>(null);
  const withdraw = useWithdrawal(file);
  const close = () => setAsking(null);
  return (
    <>
      {MOVES.filter((move: FileMove) => file.allowedMoves.includes(move)).map((move) => (
        <KeyButton
          key={move}
          keys={KEYS[move]}
          label={t(`fileMove.${move}`)}
          variant="default"
          {...(size !== undefined && { size })}
          onClick={() => (move === 'withdraw_recall' ? withdraw() : setAsking(move))}
        />
      ))}
      {asking === 'agree_recall' && <GiveBackDialog file={file} onClose={close} />}
      {asking !== null && asking !== 'agree_recall' && (
        <TakingBackDialog key={asking} file={file} move={asking} onClose={close} />
      )}
    </>
  );
}

function useWithdrawal(file: Named<FileView>): () => void {
  const { t } = useTranslations();
  const refuse = useRefusal();
  const { mutate, isPending } = useCommand('withdrawRecall');
  return () => {
    if (isPending) return;
    mutate(
      { params: { fileId: file.id } },
      { onError: refuse, onSuccess: () => showSuccess(t('file.done.withdraw_recall', { number: file.number })) },
    );
  };
}

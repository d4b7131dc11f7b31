import { CloseFile, type FileMove, type FileView, type Named, PullBackFile, ReopenFile } from '@patravali/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { KeyButton } from '../ui/keyboard/KeyButton';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import classes from '../files/file.module.css';
import { TakingBackMoves } from '../movement/taking-back/TakingBackMoves';
import { ParkingMoves } from '../movement/parking/ParkingMoves';
import { useExplanation } from '../movement/clock/use-explanation';
import { ConsultMoves } from '../consultations/ConsultMoves';
import { useSignFirst, wantsSignature } from '../notes/signing/use-sign-first';
import { PdfButtons } from '../records/PdfButtons';
import { TogetherMoves } from '../files/linked-files/TogetherMoves';
import { Regrade } from './Regrade';
import { ReasonDialog } from '../ui/ReasonDialog';

const ASKED = ['pull_back', 'close', 'reopen'] as const satisfies readonly FileMove[];
type AskedMove = (typeof ASKED)[number];
const KEYS = { pull_back: 'b', close: 'x', reopen: 'x' };
const SCHEMAS = { pull_back: PullBackFile, close: CloseFile, reopen: ReopenFile };

/** The moves in the file's head, as far as they are allowed now; the others are at the foot of the sheet. */
export function FileMoves({ file }: { file: Named<FileView> }) {
  const { t } = useTranslations();
  const [asking, setAsking] = useState<AskedMove | 'regrade' | null>(null);
  return (
    <span className={`${classes.moves ?? ''} not-printed`}>
      {file.allowedMoves.includes('put_up_draft') && (
        <Link to="/files/$fileId/drafts/new" params={{ fileId: file.id }} className={classes.move}>
          {t('fileMove.put_up_draft')}
        </Link>
      )}
      {ASKED.filter((move) => file.allowedMoves.includes(move)).map((move) => (
        <KeyButton
          key={move}
          keys={KEYS[move]}
          label={t(`fileMove.${move}`)}
          variant="default"
          size="compact-sm"
          onClick={() => setAsking(move)}
        />
      ))}
      <TakingBackMoves file={file} size="compact-sm" />
      {file.allowedMoves.includes('regrade') && (
        <Button variant="default" size="compact-sm" onClick={() => setAsking('regrade')}>
          {t('fileMove.regrade')}
        </Button>
      )}
      <ConsultMoves file={file} />
      <ParkingMoves file={file} />
      <TogetherMoves file={file} />
      <PdfButtons file={file} />
      {asking === 'regrade' && <Regrade file={file} onClose={() => setAsking(null)} />}
      {asking !== null && asking !== 'regrade' && (
        <MoveDialog key={asking} file={file} move={asking} onClose={() => setAsking(null)} />
      )}
    </span>
  );
}

function MoveDialog({ file, move, onClose }: { file: Named<FileView>; move: AskedMove; onClose: () => void }) {
  const { t } = useTranslations();
  const pullBack = useCommand('pullBackFile');
  const close = useCommand('closeFile');
  const reopen = useCommand('reopenFile');
  const explanation = useExplanation(file, close.error);
  const { sign, dialog } = useSignFirst(file.id);
  const params = { fileId: file.id };
  const request = { params, ifMatch: file.version };

  const act = async (reason: string) => {
    // Without a version: if it was opened meanwhile, the office says by whom, which "the file has changed" would not.
    if (move === 'pull_back') await pullBack.mutateAsync({ params, body: reason === '' ? {} : { reason } });
    else if (move === 'close') {
      if (file.pendingNote && wantsSignature(file)) await sign(file.pendingNote.version);
      await close.mutateAsync({
        ...request,
        body: { reason, confirmNote: file.pendingNote?.colour === 'yellow', ...explanation.said },
      });
    } else await reopen.mutateAsync({ ...request, body: { reason } });
    showSuccess(t(`file.done.${move}`, { number: file.number }));
  };
  return (
    <>
      <ReasonDialog
        title={t(`fileMove.${move}`)}
        schema={SCHEMAS[move]}
        {...(move === 'close' && { more: explanation })}
        onAct={act}
        onClose={onClose}
      >
        {t(`file.why.${move}`)}
      </ReasonDialog>
      {dialog}
    </>
  );
}

import type { DraftView, Named } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useActing } from '../../api/use-session';
import { ActButton } from '../../ui/ActButton';
import { DialogButton } from '../../ui/DialogButton';
import { RareActs } from '../../ui/RareActs';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import { useTranslations } from '../../language/use-translations';
import { ApproveStep } from './ApproveStep';
import { IssueProgress, FinishButton } from './IssueProgress';
import { CancelDialog } from './CancelDialog';
import page from '../../ui/page/page.module.css';
import classes from '../draft.module.css';
import { IssueDialog } from './IssueDialog';
import { lazyPart } from '../../ui/page/lazy-part';
import { nextStepOf } from './next-step';
import { useFocusOnNext } from './use-focus-on-next';

interface LetterProps {
  draft: Named<DraftView>;
  /** Saves the last key and answers the draft as the server holds it. */
  saveDraft: () => Promise<Named<DraftView>>;
  complete: boolean;
}

interface DraftStripProps extends LetterProps {
  /** The letter is read, and its form is not open. */
  isRead: boolean;
  /** What stands behind the steps. */
  children?: ReactNode;
}

/** Most letters are sealed: what is asked of the others is loaded with the first of them. */
const SigningStep = lazyPart(() => import('../../signing/SigningStep').then((step) => step.SigningStep));

/**
 * The way of a letter: approve, issue, dispatch. What may be done now is a button with its key, what is done is named, and of all
 * buttons only that of the next step is filled.
 */
export function DraftStrip({ draft, saveDraft, complete, isRead, children }: DraftStripProps) {
  const { t } = useTranslations();
  const next = nextStepOf(draft);
  const { strip, goOn } = useFocusOnNext(next, isRead);
  const { allowedMoves, state } = draft;
  const isNumbered = state === 'numbered';
  return (
    <div className={classes.strip} ref={strip}>
      <ol className={classes.steps} aria-label={t('draft.way')}>
        <Step
          act={t('draftMove.approve')}
          done={state !== 'draft' && state !== 'cancelled' && t('draftState.approved')}
        >
          {allowedMoves.includes('approve') && (
            <ApproveStep
              draft={draft}
              saveDraft={saveDraft}
              complete={complete}
              isNext={next === 'approve'}
              onClosed={goOn}
            />
          )}
        </Step>
        <Step act={t('draftMove.issue')} done={draft.issueId !== null && t('draftState.issued')}>
          {(allowedMoves.includes('issue') || draft.signing.issueId !== null) && (
            <IssueStep draft={draft} saveDraft={saveDraft} complete={complete} onClosed={goOn} />
          )}
        </Step>
        <Step act={t('draft.toDispatch')} done={false}>
          {draft.issueId !== null && <DispatchStep issueId={draft.issueId} />}
        </Step>
      </ol>
      {state === 'approved' && allowedMoves.includes('change') && (
        <span className="soft small">{t('draft.changeEndsApproval')}</span>
      )}
      {isNumbered && draft.signing.issueId === null && <IssueProgress draft={draft} />}
      {state === 'cancelled' && (
        <span className="soft small">
          {t('draftState.cancelled')}
          {draft.issueNumber !== null && <span className="mono"> · {draft.issueNumber}</span>}
          {` · ${draft.cancellationReason ?? ''}`}
        </span>
      )}
      <span className={page.space} />
      {children}
      {next === 'send' && <SendStep draft={draft} saveDraft={saveDraft} complete={complete} />}
      <RareActs
        acts={
          allowedMoves.includes('cancel')
            ? [
                {
                  label: t('draft.cancel'),
                  dialog: (close) => <CancelDialog draft={draft} saveDraft={saveDraft} onClose={close} />,
                },
              ]
            : []
        }
      />
    </div>
  );
}

interface StepProps {
  /** What is to be done. */
  act: string;
  /** What the letter is once that is done. */
  done: string | false;
  /** Its button, where it may be done now. */
  children?: ReactNode;
}

function Step({ act, done, children = false }: StepProps) {
  return (
    <li data-done={done !== false || undefined}>
      {done === false ? children === false && act : `✓ ${done}`} {children}
    </li>
  );
}

/** Draws the number and seals the letter; one that its officers sign is numbered here, and signed by each from his own desk. */
function IssueStep({ draft, saveDraft, complete, onClosed }: LetterProps & { onClosed: () => void }) {
  const { t } = useTranslations();
  const { post } = useActing();
  const isNumbered = draft.state === 'numbered';
  // From the post that the signatory named, the office seals it.
  const signsFirst = !isNumbered && draft.signing.byOfficers && draft.signatory.id === post.id;
  if (draft.signing.issueId !== null || signsFirst)
    return <SigningStep draft={draft} saveDraft={saveDraft} complete={complete} />;
  if (isNumbered) return <FinishButton draft={draft} />;
  return (
    <DialogButton
      keys="i"
      label={t('draftMove.issue')}
      size="xs"
      data-next
      disabled={!complete}
      dialog={(close) => (
        <IssueDialog
          draft={draft}
          saveDraft={saveDraft}
          onClose={() => {
            close();
            onClosed();
          }}
        />
      )}
    />
  );
}

function DispatchStep({ issueId }: { issueId: string }) {
  const { t } = useTranslations();
  const navigate = useNavigate();
  const go = () => void navigate({ to: '/issues/$issueId', params: { issueId }, hash: 'dispatch' });
  return <KeyButton keys="d" label={t('draft.toDispatch')} size="xs" data-next onClick={go} />;
}

/** Nothing is left to do here: the letter goes with its file to whoever approves or issues it. */
function SendStep({ draft, saveDraft, complete }: LetterProps) {
  const { t } = useTranslations('draft-forms');
  const navigate = useNavigate();
  const act = async () => {
    await saveDraft();
    await navigate({ to: '/files/$fileId', params: { fileId: draft.file.id }, search: { compose: 'note' } });
  };
  return (
    <ActButton
      keys="ctrl+Enter"
      label={t('draftForm.sendFile')}
      size="xs"
      data-next
      disabled={!complete}
      act={act}
      whileTyping
    />
  );
}

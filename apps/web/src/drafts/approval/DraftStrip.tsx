import type { DraftView, Named } from '@patravali/contract';
import { Link } from '@tanstack/react-router';
import { useActing } from '../../api/use-session';
import { ActButton } from '../../ui/ActButton';
import { DialogButton } from '../../ui/DialogButton';
import { useTranslations } from '../../language/use-translations';
import { Approvals } from './Approvals';
import { ApproveDialog } from './ApproveDialog';
import { IssueProgress, FinishButton } from './IssueProgress';
import { CancelDialog } from './CancelDialog';
import page from '../../ui/page/page.module.css';
import classes from '../draft.module.css';
import { IssueDialog } from './IssueDialog';
import { lazyPart } from '../../ui/page/lazy-part';
import { useApproval } from './use-approval';

interface DraftStripProps {
  draft: Named<DraftView>;
  /** Saves the last key and answers the draft as the server holds it. */
  saveDraft: () => Promise<Named<DraftView>>;
  complete: boolean;
}

/** Most letters are sealed: what is asked of the others is loaded with the first of them. */
const SigningStep = lazyPart(() => import('../../signing/SigningStep').then((step) => step.SigningStep));

const STEPS = ['draft', 'approved', 'numbered', 'issued'] as const;

/**
 * How far a letter has come: draft, approved, issued, then dispatch; its buttons are the moves allowed now. That it is
 * numbered shows only while it is being made.
 */
export function DraftStrip({ draft, saveDraft, complete }: DraftStripProps) {
  const { t } = useTranslations();
  const { approve } = useApproval(saveDraft);
  const { post } = useActing();
  // From the post that the signatory named, the office seals it.
  const isNumbered = draft.state === 'numbered';
  const signsFirst = !isNumbered && draft.signing.byOfficers && draft.signatory.id === post.id;
  const signs = draft.signing.issueId !== null || signsFirst;
  const issues = draft.allowedMoves.includes('issue') && !signs;
  return (
    <div className={classes.strip}>
      <ol className={classes.steps} aria-label={t('draft.way')}>
        {STEPS.filter((step) => step !== 'numbered' || draft.state === step).map((step) => (
          <li key={step} aria-current={step === draft.state ? 'step' : undefined}>
            {t(`draftState.${step}`)}
          </li>
        ))}
        <li>{t('draft.dispatched')}</li>
      </ol>
      <Approvals draft={draft} />
      {draft.state === 'approved' && draft.allowedMoves.includes('change') && (
        <span className="soft small">{t('draft.changeEndsApproval')}</span>
      )}
      {isNumbered && !signs && <IssueProgress draft={draft} />}
      {draft.state === 'cancelled' && (
        <span className="soft small">
          {draft.issueNumber !== null && <span className="mono">{draft.issueNumber} · </span>}
          {draft.cancellationReason}
        </span>
      )}
      <span className={page.space} />
      {draft.allowedMoves.includes('cancel') && (
        <DialogButton
          label={t('draft.cancel')}
          variant="subtle"
          size="xs"
          dialog={(close) => <CancelDialog draft={draft} saveDraft={saveDraft} onClose={close} />}
        />
      )}
      {/* Where nobody can be named nothing is asked. */}
      {draft.allowedMoves.includes('approve') && !draft.mayName && (
        <ActButton keys="a" label={t('draftMove.approve')} size="xs" disabled={!complete} act={() => approve(null)} />
      )}
      {draft.mayName && (
        <DialogButton
          keys="a"
          label={t('draftMove.approve')}
          size="xs"
          disabled={!complete}
          dialog={(close) => <ApproveDialog draft={draft} saveDraft={saveDraft} onClose={close} />}
        />
      )}
      {signs && <SigningStep draft={draft} saveDraft={saveDraft} complete={complete} />}
      {issues && isNumbered && <FinishButton draft={draft} />}
      {issues && !isNumbered && (
        <DialogButton
          label={t('draftMove.issue')}
          size="xs"
          disabled={!complete}
          dialog={(close) => (
            <IssueDialog ownCopies={draft.content.ownCopies ?? false} saveDraft={saveDraft} onClose={close} />
          )}
        />
      )}
      {draft.issueId !== null && (
        <Link to="/issues/$issueId" params={{ issueId: draft.issueId }} className={classes.next}>
          {t('draft.toDispatch')}
        </Link>
      )}
    </div>
  );
}

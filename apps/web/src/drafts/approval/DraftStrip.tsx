import type { DraftView, Named } from '@patravali/contract';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useActing } from '../../api/use-session';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import { useTranslations } from '../../language/use-translations';
import { useRefusal } from '../../ui/notices/use-refusal';
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
  const [asking, setAsking] = useState<'approve' | 'cancel' | 'issue' | null>(null);
  const close = () => setAsking(null);
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
        <Button variant="subtle" size="xs" onClick={() => setAsking('cancel')}>
          {t('draft.cancel')}
        </Button>
      )}
      {draft.allowedMoves.includes('approve') && !draft.mayName && (
        <ApproveButton saveDraft={saveDraft} complete={complete} />
      )}
      {draft.mayName && (
        <KeyButton
          keys="a"
          label={t('draftMove.approve')}
          size="xs"
          disabled={!complete}
          onClick={() => setAsking('approve')}
        />
      )}
      {signs && <SigningStep draft={draft} saveDraft={saveDraft} complete={complete} />}
      {issues && isNumbered && <FinishButton draft={draft} />}
      {issues && !isNumbered && (
        <Button size="xs" disabled={!complete} onClick={() => setAsking('issue')}>
          {t('draftMove.issue')}
        </Button>
      )}
      {draft.issueId !== null && (
        <Link to="/issues/$issueId" params={{ issueId: draft.issueId }} className={classes.next}>
          {t('draft.toDispatch')}
        </Link>
      )}
      {asking === 'approve' && <ApproveDialog draft={draft} saveDraft={saveDraft} onClose={close} />}
      {asking === 'cancel' && <CancelDialog draft={draft} saveDraft={saveDraft} onClose={close} />}
      {asking === 'issue' && (
        <IssueDialog ownCopies={draft.content.ownCopies ?? false} saveDraft={saveDraft} onClose={close} />
      )}
    </div>
  );
}

/** Where nobody can be named nothing is asked. */
function ApproveButton({ saveDraft, complete }: Pick<DraftStripProps, 'saveDraft' | 'complete'>) {
  const { t } = useTranslations();
  const refuse = useRefusal();
  const { approve, isPending } = useApproval(saveDraft);
  return (
    <KeyButton
      keys="a"
      label={t('draftMove.approve')}
      size="xs"
      disabled={!complete}
      loading={isPending}
      onClick={() => void approve(null).catch(refuse)}
    />
  );
}

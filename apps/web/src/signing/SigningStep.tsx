import type { DraftView, Named } from '@patravali/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslations } from '../language/use-translations';
import { useCommand } from '../api/use-command';
import { useActing } from '../api/use-session';
import { DialogButton } from '../ui/DialogButton';
import { FormDialog } from '../ui/FormDialog';
import classes from './signing.module.css';

interface SigningStepProps {
  draft: Named<DraftView>;
  /** Saves the last key and answers the draft as the server holds it. */
  saveDraft: () => Promise<Named<DraftView>>;
  complete: boolean;
}

/** Of a letter that its officers sign: drawing its number, and then whose signature it waits for. */
export function SigningStep(props: SigningStepProps) {
  const { draft } = props;
  if (draft.signing.issueId !== null) return <WaitsForSignature draft={draft} issueId={draft.signing.issueId} />;
  return draft.state === 'approved' && draft.allowedMoves.includes('issue') ? <NumberButton {...props} /> : null;
}

function WaitsForSignature({ draft, issueId }: { draft: Named<DraftView>; issueId: string }) {
  const { t, marking } = useTranslations('signing');
  const { post } = useActing();
  const { signatories } = draft.signing;
  const next = signatories.find(({ at }) => at === null);
  return (
    <span className={classes.strip}>
      <span className="soft small" role="status">
        {t('signing.waitsFor', { letter: draft.issueNumber ?? '', post: marking(next?.post) })}
      </span>
      {signatories.some((each) => each.post.id === post.id) && (
        <Link to="/letters-to-sign/$issueId" params={{ issueId }}>
          {t(next?.post.id === post.id ? 'signing.toSign' : 'signing.toLetter')}
        </Link>
      )}
    </span>
  );
}

/** The number cannot be taken back, so it is asked once; the signing screen follows. */
function NumberButton({ draft, saveDraft, complete }: SigningStepProps) {
  const { t, marking } = useTranslations('signing');
  const navigate = useNavigate();
  const number = useCommand('numberDraft');
  const act = async () => {
    const { id, version } = await saveDraft();
    const { issueId } = await number.mutateAsync({ params: { draftId: id }, ifMatch: version });
    await navigate({ to: '/letters-to-sign/$issueId', params: { issueId } });
  };
  const posts = draft.signing.signatories.map(({ post }) => marking(post)).join(', ');
  return (
    <DialogButton
      keys="i"
      label={t('signing.number')}
      size="xs"
      data-next
      disabled={!complete}
      dialog={(close) => (
        <FormDialog title={t('signing.numberTitle')} act={t('signing.number')} onSubmit={act} onClose={close}>
          <p>{t('signing.numberWhy', { posts })}</p>
          <p className="soft small">{t('signing.numberStays')}</p>
        </FormDialog>
      )}
    />
  );
}

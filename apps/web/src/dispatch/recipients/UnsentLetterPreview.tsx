import type { Named, StuckLetter } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useCommand } from '../../api/use-command';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useTranslations } from '../../language/use-translations';
import { Post } from '../../organisation/Post';
import { showSuccess } from '../../ui/notices/announcements';
import preview from '../../ui/list/preview.module.css';
import { Time } from '../../ui/Time';
import { ActButton } from '../../ui/ActButton';
import { DialogButton } from '../../ui/DialogButton';
import { ConfirmAddressDialog } from './ConfirmAddressDialog';
import { NotToBeSentDialog } from './NotToBeSentDialog';
import { doneSentence } from './recipients';

interface UnsentLetterPreviewProps {
  letter: Named<StuckLetter>;
  onOpen: () => void;
}

/** Why a letter does not get on, and what can be done: open it, send it again, another address, or not at all. */
export function UnsentLetterPreview({ letter, onOpen }: UnsentLetterPreviewProps) {
  const { t, labelOf, marking } = useTranslations('outward');
  const again = useCommand('dispatchIssue');
  const { issueId, recipient, name, email, reason, failure, mode, withdrawn, mayDispatch, mayConfirmAddress } = letter;
  const ended = recipient !== null && reason !== 'waiting' && reason !== 'reported';
  const mailAgain = async (to: number, address: string) => {
    await again.mutateAsync({
      params: { issueId },
      body: { dispatches: [{ recipient: to, mode: 'email', email: address }] },
    });
    showSuccess(doneSentence(['email'], t));
  };
  return (
    <>
      <div className={preview.moves}>
        {((reason !== 'not_made' && reason !== 'not_stamped') || letter.draftId !== null) && (
          <Button onClick={onOpen} rightSection={<Kbd keys="Enter" onAccent />}>
            {t('desk.open')}
          </Button>
        )}
        {ended && !withdrawn && mayDispatch && email !== null && (
          <ActButton label={t('outward.mailAgain')} variant="default" act={() => mailAgain(recipient, email)} />
        )}
        {ended && !withdrawn && mayConfirmAddress && (
          <DialogButton
            label={t('dispatch.confirmAddress')}
            variant="default"
            dialog={(close) => (
              <ConfirmAddressDialog issueId={issueId} recipient={recipient} name={name} email={email} onClose={close} />
            )}
          />
        )}
        {ended && mayDispatch && (
          <DialogButton
            label={t('outward.notToBeSent')}
            variant="default"
            dialog={(close) => (
              <NotToBeSentDialog issueId={issueId} recipients={[recipient]} names={name} onClose={close} />
            )}
          />
        )}
      </div>
      <section className="card">
        <h2 className="eyebrow">{t(`outward.stuck.${reason}`)}</h2>
        <p>{t(`outward.wayOut.${ended && withdrawn ? 'withdrawn' : reason}`, { post: marking(letter.issuedBy) })}</p>
        <dl className={preview.facts}>
          <dt>{t('registers.number')}</dt>
          <dd className="mono">{letter.number}</dd>
          <dt>{t('receipts.subject')}</dt>
          <dd>{letter.subject}</dd>
          <dt>{t('desk.to')}</dt>
          <dd>{name}</dd>
          {mode !== null && (
            <>
              <dt>{t('dispatch.mode')}</dt>
              <dd>{[t(`dispatchMode.${mode}`), mode === 'email' && email].filter(Boolean).join(' · ')}</dd>
            </>
          )}
          {failure !== null && (
            <>
              <dt>{t('outward.why')}</dt>
              <dd>
                {reason === 'reported'
                  ? t('outward.report', { words: failure })
                  : labelOf(`dispatchFailure.${failure}`)}
              </dd>
            </>
          )}
          <dt>{t('outward.since')}</dt>
          <dd>
            <Time at={letter.since} />
          </dd>
          <dt>{t('registers.signatory')}</dt>
          <dd>
            <Post post={letter.signatory} />
          </dd>
        </dl>
      </section>
    </>
  );
}

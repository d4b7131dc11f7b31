import type { Named, StuckLetter } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useTranslations } from '../../language/use-translations';
import { Post } from '../../organisation/Post';
import { showSuccess } from '../../ui/notices/announcements';
import preview from '../../ui/list/preview.module.css';
import { Time } from '../../ui/Time';
import { useRefusal } from '../../ui/notices/use-refusal';
import { ConfirmAddressDialog } from './ConfirmAddressDialog';
import { NotToBeSentDialog } from './NotToBeSentDialog';
import { doneSentence } from './recipients';

interface UnsentLetterPreviewProps {
  letter: Named<StuckLetter>;
  onOpen: () => void;
}

/** Why a letter does not get on, and what can be done: open it, send it again, another address, or not at all. */
export function UnsentLetterPreview({ letter, onOpen }: UnsentLetterPreviewProps) {
  const { t, labelOf } = useTranslations('outward');
  const [asking, setAsking] = useState<'address' | 'withhold' | null>(null);
  const { issueId, recipient, name, email, reason, failure, mode, withdrawn, mayDispatch, mayConfirmAddress } = letter;
  const close = () => setAsking(null);
  const ended = recipient !== null && reason !== 'waiting';
  return (
    <>
      <div className={preview.moves}>
        {((reason !== 'not_made' && reason !== 'not_stamped') || letter.draftId !== null) && (
          <Button onClick={onOpen} rightSection={<Kbd keys="Enter" onAccent />}>
            {t('desk.open')}
          </Button>
        )}
        {ended && !withdrawn && mayDispatch && email !== null && (
          <MailAgain letter={letter} recipient={recipient} email={email} />
        )}
        {ended && !withdrawn && mayConfirmAddress && (
          <Button variant="default" onClick={() => setAsking('address')}>
            {t('dispatch.confirmAddress')}
          </Button>
        )}
        {ended && mayDispatch && (
          <Button variant="default" onClick={() => setAsking('withhold')}>
            {t('outward.notToBeSent')}
          </Button>
        )}
      </div>
      <section className="card">
        <h2 className="eyebrow">{t(`outward.stuck.${reason}`)}</h2>
        <p>{t(`outward.wayOut.${ended && withdrawn ? 'withdrawn' : reason}`, { post: letter.issuedBy.marking })}</p>
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
              <dd>{labelOf(`dispatchFailure.${failure}`)}</dd>
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
      {asking === 'address' && recipient !== null && (
        <ConfirmAddressDialog issueId={issueId} recipient={recipient} name={name} email={email} onClose={close} />
      )}
      {asking === 'withhold' && recipient !== null && (
        <NotToBeSentDialog issueId={issueId} recipients={[recipient]} names={name} onClose={close} />
      )}
    </>
  );
}

interface MailAgainProps {
  letter: Named<StuckLetter>;
  recipient: number;
  email: string;
}

/** By e-mail once more, to the address on record. */
function MailAgain({ letter: { issueId }, recipient, email }: MailAgainProps) {
  const { t } = useTranslations('outward');
  const refuse = useRefusal();
  const again = useCommand('dispatchIssue');
  const act = () =>
    again.mutate(
      { params: { issueId }, body: { dispatches: [{ recipient, mode: 'email', email }] } },
      { onError: refuse, onSuccess: () => showSuccess(doneSentence(['email'], t)) },
    );
  return (
    <Button variant="default" loading={again.isPending} onClick={act}>
      {t('outward.mailAgain')}
    </Button>
  );
}

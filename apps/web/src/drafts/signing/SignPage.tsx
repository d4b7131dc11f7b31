import type { Answer, LetterToSignView, Named } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { ProblemError } from '../../api/problem-error';
import { EnclosedDocuments } from '../../documents/enclosures/EnclosedDocuments';
import { BlankSheet } from '../../documents/viewer/page/BlankSheet';
import { PdfViewer } from '../../documents/viewer/PdfViewer';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { Pill } from '../../ui/Badges';
import page from '../../ui/page/page.module.css';
import { PageError } from '../../ui/page/PageError';
import { Subject } from '../../ui/page/Subject';
import { TwoSheets } from '../../ui/page/TwoSheets';
import { useTitle } from '../../ui/page/use-title';
import { Waiting } from '../../ui/page/Waiting';
import { isGivenUp, useSentence } from '../../ui/notices/use-refusal';
import { useLetterPdf, useLetterToSign } from '../../signing/api';
import { ESignButton } from '../../signing/esign/ESignButton';
import { KeyFields } from '../../signing/key-choice/KeyFields';
import { Signatories } from '../../signing/Signatories';
import classes from '../../signing/signing.module.css';
import { TokenFields } from '../../signing/key-choice/TokenFields';
import { useBackFromESign } from '../../signing/esign/use-back-from-esign';
import { useConfirmed } from '../../signing/use-confirmed';
import { useKeyChoice } from '../../signing/key-choice/use-key-choice';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import { CommentsRead } from '../comments/CommentsRead';

/** A letter that waits for signatures: what is signed on the right, who signs it, from which post and with which certificate on the left. */
export function SignPage() {
  const { t } = useTranslations('signing');
  const { issueId } = useParams({ from: '/office/letters-to-sign/$issueId' });
  const { data: letter, error } = useLetterToSign(issueId);
  useTitle(letter?.number ?? t('signing.title'));
  if (letter) return <LetterToSign letter={letter} />;
  return error ? <PageError error={error} /> : <Waiting />;
}

function LetterToSign({ letter }: { letter: Named<LetterToSignView> }) {
  const { t, day } = useTranslations('signing');
  return (
    <main className={page.page}>
      <header className={page.head} data-lined>
        <span className="mono">{letter.number}</span>
        <Pill>{day(letter.issuedOn)}</Pill>
        <Pill>{t(`letterForm.${letter.form}`)}</Pill>
        <Subject>{letter.subject}</Subject>
        <Pill kind="yellow">{t('signing.signedOf', { signed: letter.signed, of: letter.of })}</Pill>
        <span className={page.space} />
        <span className="mono soft">{letter.fileNumber}</span>
      </header>
      <TwoSheets
        left={<SignForm letter={letter} />}
        right={<PdfToSign letter={letter} title={t('signing.pdf', { letter: letter.number })} />}
      />
    </main>
  );
}

function PdfToSign({ letter, title }: { letter: Named<LetterToSignView>; title: string }) {
  const sentence = useSentence();
  const { data: bytes, error } = useLetterPdf(letter.id, letter.signed);
  if (bytes) return <PdfViewer bytes={bytes} title={title} />;
  return error ? <p className={page.message}>{sentence(error)}</p> : <BlankSheet />;
}

function SignForm({ letter }: { letter: Named<LetterToSignView> }) {
  const { t, translate, marking } = useTranslations('signing');
  const navigate = useNavigate();
  const { session, post } = useActing();
  const choice = useKeyChoice({ tokens: true });
  const { mutateAsync: prepare } = useCommand('prepareLetter');
  const sign = useCommand('signLetter');
  const { run, dialog } = useConfirmed();
  const [error, setError] = useState<unknown>(null);
  const { withKey } = choice;
  const signed = async ({ state, number }: Answer<'signLetter'>) => {
    showSuccess(t(state === 'issued' ? 'signing.issued' : 'signing.signed', { letter: number }));
    await navigate({ to: '/desk/$box', params: { box: 'to-sign' }, search: {} });
  };
  const act = async () => {
    if (!withKey) return;
    setError(null);
    await signed(await run(() => sign.mutateAsync({ params: { letterId: letter.id }, body: withKey })));
  };
  const fail = (failure: unknown) => {
    if (isGivenUp(failure)) return;
    setError(failure);
    if (failure instanceof ProblemError && failure.problem.code === 'passphrase-wrong') choice.setPassphrase('');
  };
  const isCompleting = useBackFromESign({ letterId: letter.id, onSigned: signed, onFail: fail });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void act().catch(fail);
      }}
    >
      <section className="card">
        <h2 className="eyebrow">{t('signing.signatories')}</h2>
        <Signatories signatories={letter.signatories} />
      </section>
      <EnclosedDocuments enclosed={letter.enclosedDocuments} />
      <CommentsRead draftId={letter.draftId} />
      {letter.isYourTurn ? (
        <>
          <p>
            {t('signing.youSign', {
              name: translate(session.user.name),
              post: translate(post.designation),
              marking: marking(post),
            })}
          </p>
          {isCompleting && <p role="status">{t('signing.eSignCompleting')}</p>}
          {letter.eSign && (
            <>
              <ESignButton letterId={letter.id} run={run} onFail={fail} />
              <p>{t('signing.orKey')}</p>
            </>
          )}
          <KeyFields
            choice={choice}
            token={(keyId) => (
              <TokenFields
                key={keyId}
                name={letter.number}
                prepare={() => prepare({ params: { letterId: letter.id }, body: { keyId } })}
                onMade={choice.setMade}
              />
            )}
          />
          <p className="soft small">{t(letter.stamped ? 'signing.stamped' : 'signing.unstamped')}</p>
          <RefusalLine error={error} />
          <div className={classes.acts}>
            <Button type="submit" loading={sign.isPending} disabled={withKey === null}>
              {t('signing.sign')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p role="status">{t('signing.notYourTurn')}</p>
          <RefusalLine error={error} />
        </>
      )}
      {dialog}
    </form>
  );
}

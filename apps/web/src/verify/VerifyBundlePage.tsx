import { Button, Progress } from '@mantine/core';
import { VERIFIER_PATH, VERIFY_PATH } from '@patravali/contract';
import { useRef, useState } from 'react';
import { SignInLayout } from '../identity/sign-in/SignInLayout';
import { KeyFields } from './KeyFields';
import { Outcome } from './Outcome';
import { useDrop } from './use-drop';
import { type GivenKeys, useVerification } from './use-verification';
import { useBundleTranslations } from './use-bundle-translations';
import classes from './Verify.module.css';

/**
 * Where a stranger verifies an evidence bundle, without a session. The bundle stays in the browser: the server lets this
 * page connect to nothing. A link to it loads it anew, since only then does that hold.
 */
export function VerifyBundlePage() {
  const { t, language } = useBundleTranslations();
  const { verification, verify, stop, read } = useVerification();
  const [keys, setKeys] = useState<GivenKeys>({ key: '', witnesses: '' });
  const input = useRef<HTMLInputElement>(null);
  const choose = (bundle: File) => verify(bundle, keys);
  const isOver = useDrop(choose);
  const isRunning = verification.step === 'running';
  const bundle = verification.step === 'none' ? null : verification.bundle;
  return (
    <SignInLayout title={t('verifyBundle.title')} wide>
      <p>{t('verifyBundle.why')}</p>
      <div className={classes.drop} data-over={isOver || undefined}>
        <input
          ref={input}
          type="file"
          accept=".zip,application/zip"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('verifyBundle.file')}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file) choose(file);
          }}
        />
        <p>
          <strong>{t('verifyBundle.drop')}</strong>
          <br />
          <span className="soft">{t('verifyBundle.stays')}</span>
        </p>
        <Button onClick={() => input.current?.click()}>{t('verifyBundle.choose')}</Button>
      </div>
      {isRunning && (
        <div className={classes.running}>
          <Progress
            className={classes.progress}
            value={verification.share * 100}
            aria-label={t('verifyBundle.running', { file: verification.bundle.name })}
          />
          <Button variant="default" size="compact-sm" onClick={stop}>
            {t('verifyBundle.stop')}
          </Button>
        </div>
      )}
      <Outcome verification={verification} read={read} />
      <details className={classes.more}>
        <summary>{t('verifyBundle.more')}</summary>
        <KeyFields keys={keys} onChange={setKeys} again={bundle && !isRunning ? () => verify(bundle, keys) : null} />
      </details>
      <h2 className={classes.trust}>{t('verifyBundle.trustTitle')}</h2>
      <p className="soft">{t('verifyBundle.trust')}</p>
      <p>
        <a href={VERIFIER_PATH} download>
          {t('verifyBundle.program')}
        </a>
      </p>
      <p>
        <a href={`${VERIFY_PATH}?lang=${language}`}>{t('verifyBundle.letter')}</a>
      </p>
    </SignInLayout>
  );
}

import { MOST_MEGABYTES, type Verdict } from './bundle-messages';
import { BundlePdfs } from './BundlePdfs';
import type { Verification } from './use-verification';
import { useBundleTranslations } from './use-bundle-translations';
import classes from './Verify.module.css';

interface Props {
  verification: Verification;
  read: (path: string) => Promise<Blob>;
}

/** What came of it. The sentences are those of the verifier; a screen reader is told them as they come. */
export function Outcome({ verification, read }: Props) {
  const { t } = useBundleTranslations();
  const right = verification.step === 'done' && verification.verdict.outcome === 'right' ? verification.verdict : null;
  return (
    <>
      <div role="status" className={classes.status}>
        {verification.step === 'running' && (
          <p className="soft">{t('verifyBundle.running', { file: verification.bundle.name })}</p>
        )}
        {verification.step === 'stopped' && <Notice title={t('verifyBundle.stopped')} />}
        {verification.step === 'done' && <VerdictNotice verdict={verification.verdict} />}
      </div>
      {right && right.pdfs.length > 0 && <BundlePdfs pdfs={right.pdfs} read={read} />}
    </>
  );
}

function VerdictNotice({ verdict }: { verdict: Verdict }) {
  const { t, language, dateTime } = useBundleTranslations();
  switch (verdict.outcome) {
    case 'too-large':
      return <Notice title={t('verifyBundle.tooLarge', { most: MOST_MEGABYTES })} />;
    case 'key-unreadable':
      return <Notice title={t('verifyBundle.keyUnreadable')} />;
    case 'witness-unreadable':
      return <Notice title={t('verifyBundle.witnessUnreadable')} />;
    case 'right': {
      const { from, until } = verdict;
      const when =
        from !== null && until !== null
          ? [t('verifyBundle.when', { from: dateTime(from), until: dateTime(until) })]
          : [];
      const found = verdict.found.map((sentence) => sentence[language]);
      const { afterLoss, title } = verdict;
      // What is lost is said before all else.
      const said = afterLoss ? [...found, ...when] : [...when, ...found];
      return <Notice isRight={!afterLoss} title={title[language]} found={said} />;
    }
    default:
      return <Notice title={verdict.title[language]} found={verdict.found.map((sentence) => sentence[language])} />;
  }
}

function Notice({ isRight = false, title, found = [] }: { isRight?: boolean; title: string; found?: string[] }) {
  return (
    <div className={classes.notice} data-right={isRight || undefined}>
      <h2>{title}</h2>
      {found.map((sentence, at) => (
        <p key={at}>{sentence}</p>
      ))}
    </div>
  );
}

import { useSigningWords } from './use-words';

/** A warning: the certificate may be that of somebody else. */
export function OtherName() {
  const say = useSigningWords();
  return (
    <p className="small">
      <strong>{say('signing.otherName')}</strong>
    </p>
  );
}

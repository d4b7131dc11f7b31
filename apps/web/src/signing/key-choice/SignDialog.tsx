import type { Answer, Body } from '@patravali/contract';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { FormDialog } from '../../ui/FormDialog';
import { isGivenUp } from '../../ui/notices/use-refusal';
import { KeyFields } from './KeyFields';
import { TokenFields } from './TokenFields';
import { useConfirmed } from '../use-confirmed';
import { useKeyChoice } from './use-key-choice';

export interface SignDialogProps {
  title: string;
  /** What will happen, in a sentence. */
  children: ReactNode;
  /** Of the file that a token is given to sign. */
  name: string;
  prepare: (keyId: string) => Promise<Answer<'prepareNote'>>;
  pending: boolean;
  sign: (withKey: Body<'signNote'>) => Promise<unknown>;
  onClose: () => void;
}

/** With which of his keys a person signs what he wrote. */
export function SignDialog({ title, children, name, prepare, pending, sign, onClose }: SignDialogProps) {
  const { t } = useTranslations('signing');
  const choice = useKeyChoice({ tokens: true });
  const { run, dialog } = useConfirmed();
  const [error, setError] = useState<unknown>(null);
  const words = useRef<HTMLParagraphElement>(null);
  const { chosen } = choice;
  const keyId = chosen?.id;
  // With the button that made a key its focus is gone, and the keys of the dialog would reach nobody. A passphrase is
  // asked for only when the keys are known.
  useEffect(() => {
    const { activeElement, body } = document;
    if (activeElement !== body && activeElement !== words.current) return;
    const passphrase = words.current?.parentElement?.querySelector<HTMLElement>('input[type=password]');
    (passphrase ?? words.current)?.focus();
  }, [keyId]);
  const act = async () => {
    const { withKey } = choice;
    if (!withKey) return;
    setError(null);
    await run(() => sign(withKey));
  };
  const fail = (failure: unknown) => {
    if (!isGivenUp(failure)) setError(failure);
  };
  return (
    <FormDialog
      title={title}
      act={t('signing.sign')}
      pending={pending}
      incomplete={choice.withKey === null}
      error={error}
      onSubmit={() => void act().catch(fail)}
      onClose={onClose}
    >
      <p ref={words} tabIndex={-1} data-autofocus={chosen?.kind === 'p12' ? undefined : true} className="soft small">
        {children}
      </p>
      <KeyFields
        choice={choice}
        token={(keyId) => (
          <TokenFields key={keyId} name={name} prepare={() => prepare(keyId)} onMade={choice.setMade} />
        )}
      />
      {dialog}
    </FormDialog>
  );
}

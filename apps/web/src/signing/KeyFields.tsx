import { PasswordInput, Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useActing } from '../identity/use-session';
import { useTranslations } from '../language/use-translations';
import { Certificate } from './Certificate';
import { DemoKeyButton } from './DemoKeyButton';
import { OtherName } from './OtherName';
import type { KeyChoice } from './use-key-choice';
import { useSigningWords } from './use-words';

interface KeyFieldsProps {
  choice: KeyChoice;
  /** Asks a token, where one may sign. */
  token?: (keyId: string) => ReactNode;
}

/** With which key one signs, what its certificate says, and the passphrase that opens it. */
export function KeyFields({ choice, token }: KeyFieldsProps) {
  const { t } = useTranslations();
  const say = useSigningWords();
  const { session } = useActing();
  const { keys, chosen, choose, passphrase, setPassphrase } = choice;
  if (!keys) return null;
  if (!chosen)
    return (
      <div>
        <p>{say('signing.needKey')}</p>
        {session.demo ? <DemoKeyButton /> : <Link to="/signing-keys">{say('signing.toKeys')}</Link>}
      </div>
    );
  return (
    <>
      {keys.length > 1 && (
        <Select
          label={say('signing.key')}
          value={chosen.id}
          onChange={choose}
          allowDeselect={false}
          data={keys.map(({ id, kind, certificate }) => ({
            value: id,
            label: `${say(`signing.kind.${kind}`)} · ${certificate.subject}`,
          }))}
        />
      )}
      <Certificate certificate={chosen.certificate} />
      {chosen.bearsOtherName && <OtherName />}
      {chosen.kind === 'token' && token?.(chosen.id)}
      {chosen.kind === 'p12' && (
        <PasswordInput
          label={say('signing.passphrase')}
          autoComplete="off"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
          data-autofocus
          required
          withAsterisk={false}
        />
      )}
    </>
  );
}

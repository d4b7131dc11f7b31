import { PasswordInput, Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { Certificate } from '../Certificate';
import { DemoKeyButton } from '../DemoKeyButton';
import { KeyStanding } from '../KeyStanding';
import type { KeyChoice } from './use-key-choice';

interface KeyFieldsProps {
  choice: KeyChoice;
  /** Asks a token, where one may sign. */
  token?: (keyId: string) => ReactNode;
}

/** With which key one signs, what its certificate says, and the passphrase that opens it. */
export function KeyFields({ choice, token }: KeyFieldsProps) {
  const { t } = useTranslations('signing');
  const { session } = useActing();
  const { keys, chosen, choose, passphrase, setPassphrase } = choice;
  if (!keys) return null;
  if (!chosen)
    return (
      <div>
        <p>{t('signing.needKey')}</p>
        {session.demo ? <DemoKeyButton /> : <Link to="/signing-keys">{t('signing.toKeys')}</Link>}
      </div>
    );
  return (
    <>
      {keys.length > 1 && (
        <Select
          label={t('signing.key')}
          value={chosen.id}
          onChange={choose}
          allowDeselect={false}
          data={keys.map(({ id, kind, certificate }) => ({
            value: id,
            label: `${t(`signing.kind.${kind}`)} · ${certificate.subject}`,
          }))}
        />
      )}
      <Certificate certificate={chosen.certificate} />
      <KeyStanding signingKey={chosen} />
      {chosen.kind === 'token' && token?.(chosen.id)}
      {chosen.kind === 'p12' && (
        <PasswordInput
          label={t('signing.passphrase')}
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

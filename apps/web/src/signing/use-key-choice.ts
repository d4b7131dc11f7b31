import type { Body, SigningKeyView } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { signingKeysQuery } from './api';

export interface KeyChoice {
  /** Undefined until they are known. */
  keys: readonly SigningKeyView[] | undefined;
  chosen: SigningKeyView | undefined;
  choose: (keyId: string | null) => void;
  passphrase: string;
  setPassphrase: (passphrase: string) => void;
  /** With which key it is signed; null while something is missing. */
  withKey: Body<'signLetter'> | null;
}

/** Which of one's keys in use signs, and the passphrase that opens it; the only one is chosen by itself. */
export function useKeyChoice(): KeyChoice {
  const { data } = useQuery(signingKeysQuery());
  const [keyId, choose] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const keys = data?.items.filter(({ state }) => state === 'in_use');
  const chosen = keys?.find(({ id }) => id === keyId) ?? keys?.[0];
  const opens = chosen?.kind === 'demo' || passphrase !== '';
  const withKey =
    chosen && opens ? { keyId: chosen.id, passphrase: chosen.kind === 'demo' ? null : passphrase } : null;
  return { keys, chosen, choose, passphrase, setPassphrase, withKey };
}

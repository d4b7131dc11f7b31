import type { Body, SigningKeyView } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { signingKeysQuery } from '../api';

/** What a token has made, and when that was prepared. */
export type MadeByToken = NonNullable<Body<'signLetter'>['made']>;

export interface KeyChoice {
  /** Undefined until they are known. */
  keys: readonly SigningKeyView[] | undefined;
  chosen: SigningKeyView | undefined;
  choose: (keyId: string | null) => void;
  passphrase: string;
  setPassphrase: (passphrase: string) => void;
  setMade: (made: MadeByToken | null) => void;
  /** With which key it is signed; null while something is missing. */
  withKey: Body<'signLetter'> | null;
}

/** Which of one's keys in use signs, and what opens it; the only one is chosen by itself. A token signs letter by letter. */
export function useKeyChoice({ tokens }: { tokens: boolean }): KeyChoice {
  const { data } = useQuery(signingKeysQuery());
  const [keyId, choose] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [made, setMade] = useState<MadeByToken | null>(null);
  const keys = data?.items.filter(({ state, kind }) => state === 'in_use' && (tokens || kind !== 'token'));
  const chosen = keys?.find(({ id }) => id === keyId) ?? keys?.[0];
  const opening = {
    demo: { passphrase: null },
    p12: passphrase === '' ? null : { passphrase },
    token: made && { passphrase: null, made },
    // Nobody has it any more.
    esign: null,
  };
  const opens = chosen ? opening[chosen.kind] : null;
  const withKey = chosen && opens ? { keyId: chosen.id, ...opens } : null;
  return { keys, chosen, choose, passphrase, setPassphrase, setMade, withKey };
}

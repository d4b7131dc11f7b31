import type { SigningKeyView } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useActing } from '../identity/use-session';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/announcements';
import { Pill } from '../ui/Badges';
import { PageError } from '../ui/page/PageError';
import { useTitle } from '../ui/page/use-title';
import { Waiting } from '../ui/page/Waiting';
import { AddKeyDialog } from './AddKeyDialog';
import { AddTokenDialog } from './AddTokenDialog';
import { signingKeysQuery } from './api';
import { Certificate } from './Certificate';
import { DemoKeyButton } from './DemoKeyButton';
import { OtherName } from './OtherName';
import { RevokeDialog } from './RevokeDialog';
import rows from '../ui/page/rows-page.module.css';
import classes from './signing.module.css';
import { useSigningWords } from './use-words';

/** The keys with which one signs: what their certificates say, until when they hold, and those that were. */
export function KeysPage() {
  const say = useSigningWords();
  const { session } = useActing();
  useTitle(say('signing.keys'));
  const { data, error } = useQuery(signingKeysQuery());
  const [adding, setAdding] = useState<'p12' | 'token' | null>(null);
  const added = () => {
    setAdding(null);
    showSuccess(say('signing.added'));
  };
  if (error) return <PageError error={error} />;
  if (!data) return <Waiting />;
  const hasKey = data.items.some(({ kind, state }) => kind === 'p12' && isInUse(state));
  return (
    <main className={rows.place}>
      <h1>{say('signing.keys')}</h1>
      <p className="soft">{say('signing.keysWhy')}</p>
      <div className={classes.acts}>
        <Button onClick={() => setAdding('p12')}>{say(hasKey ? 'signing.replaceKey' : 'signing.addKey')}</Button>
        <Button variant="default" onClick={() => setAdding('token')}>
          {say('signing.addToken')}
        </Button>
        {session.demo && <DemoKeyButton />}
      </div>
      {data.items.length === 0 ? (
        <p>{say('signing.noKey')}</p>
      ) : (
        <ul className={rows.rows}>
          {data.items.map((key) => (
            <KeyRow key={key.id} signingKey={key} />
          ))}
        </ul>
      )}
      {adding === 'p12' && <AddKeyDialog replaces={hasKey} onAdded={added} onClose={() => setAdding(null)} />}
      {adding === 'token' && <AddTokenDialog onAdded={added} onClose={() => setAdding(null)} />}
    </main>
  );
}

const isInUse = (state: SigningKeyView['state']): boolean => state === 'in_use' || state === 'expired';

function KeyRow({ signingKey }: { signingKey: SigningKeyView }) {
  const { dateTime } = useTranslations();
  const say = useSigningWords();
  const [revoking, setRevoking] = useState(false);
  const { id, kind, state, certificate, bearsOtherName, addedAt, endedAt } = signingKey;
  const name = certificate.subject;
  return (
    <li className={rows.row}>
      <div className={rows.words}>
        <strong>{say(`signing.kind.${kind}`)}</strong>{' '}
        <Pill kind={state === 'in_use' ? 'accent' : 'stamp'}>{say(`signing.state.${state}`)}</Pill>
        <div className="soft small">
          {say('signing.addedAt', { at: dateTime(addedAt) })}
          {endedAt !== null && ` · ${say('signing.endedAt', { at: dateTime(endedAt) })}`}
        </div>
        <Certificate certificate={certificate} />
        {bearsOtherName && <OtherName />}
      </div>
      {isInUse(state) && (
        <Button
          variant="subtle"
          size="xs"
          aria-label={`${say('signing.revoke')}: ${name}`}
          onClick={() => setRevoking(true)}
        >
          {say('signing.revoke')}
        </Button>
      )}
      {revoking && <RevokeDialog keyId={id} name={name} onClose={() => setRevoking(false)} />}
    </li>
  );
}

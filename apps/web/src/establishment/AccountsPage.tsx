import { Checkbox, TextInput } from '@mantine/core';
import type { PersonView } from '@patravali/contract';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useActing } from '../api/use-session';
import { useTranslations } from '../language/use-translations';
import { Pill } from '../ui/Badges';
import { DialogButton } from '../ui/DialogButton';
import { MoreRows } from '../ui/list/MoreRows';
import { PageError } from '../ui/page/PageError';
import rows from '../ui/page/rows-page.module.css';
import { useTitle } from '../ui/page/use-title';
import { usePeople } from './api';
import { CloseAccountDialog } from './CloseAccountDialog';
import classes from './establishment.module.css';
import { LinkDialog } from './LinkDialog';
import { PeopleListButtons } from './lists/ListButtons';
import { PersonDialog } from './PersonDialog';
import { ReopenDialog } from './ReopenDialog';

const TYPING_PAUSE_MS = 150;

/** The people of the office: entered, corrected, given a link to sign in by, and their accounts closed. */
export function AccountsPage() {
  const { t } = useTranslations('establishment');
  useTitle(t('page.accounts'));
  const { post } = useActing();
  const [typed, setTyped] = useState('');
  const [closed, setClosed] = useState(false);
  const [asked] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const people = usePeople(asked, closed);
  if (people.error) return <PageError error={people.error} />;
  return (
    <main className={rows.place}>
      <h1>{t('page.accounts')}</h1>
      <p className="soft">{t('establishment.accountsWhy')}</p>
      <div className={classes.acts}>
        <DialogButton
          label={t('establishment.newPerson')}
          dialog={(close) => <PersonDialog person={null} onClose={close} />}
        />
        <TextInput
          aria-label={t('establishment.findPerson')}
          placeholder={t('establishment.findPerson')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Checkbox
          label={t('establishment.onlyClosed')}
          checked={closed}
          onChange={(event) => setClosed(event.currentTarget.checked)}
        />
        {post.roles.includes('administrator') && <PeopleListButtons />}
      </div>
      {people.items.length === 0 && !people.isPending ? (
        <p>{t('establishment.nobody')}</p>
      ) : (
        <ul className={rows.rows} aria-label={t('page.accounts')}>
          {people.items.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      )}
      <MoreRows rows={people} />
    </main>
  );
}

function PersonRow({ person }: { person: PersonView }) {
  const { t, translate, day } = useTranslations('establishment');
  const { name, username, email, closedAt, hasPassword, formerNames, mayKeep } = person;
  const shown = translate(name);
  return (
    <li className={rows.row}>
      <div className={rows.words}>
        <strong>{shown}</strong> <span className="mono soft small">{username}</span>{' '}
        {closedAt !== null && <Pill kind="stamp">{t('establishment.closedSince', { day: day(closedAt) })}</Pill>}
        {closedAt === null && !hasPassword && <Pill kind="accent">{t('establishment.neverSignedIn')}</Pill>}
        {email !== null && <div className="soft small">{email}</div>}
        {formerNames.map((former) => (
          <div key={former.until} className="soft small">
            {t('establishment.formerly', { name: translate(former.name), day: day(former.until) })}
          </div>
        ))}
      </div>
      {!mayKeep ? null : closedAt === null ? (
        <>
          <DialogButton
            label={t('establishment.change')}
            aria-label={`${t('establishment.change')}: ${shown}`}
            variant="subtle"
            size="xs"
            dialog={(close) => <PersonDialog person={person} onClose={close} />}
          />
          <DialogButton
            label={t('establishment.link')}
            aria-label={`${t('establishment.link')}: ${shown}`}
            variant="subtle"
            size="xs"
            dialog={(close) => <LinkDialog person={person} onClose={close} />}
          />
          <DialogButton
            label={t('establishment.close')}
            aria-label={`${t('establishment.close')}: ${shown}`}
            variant="subtle"
            size="xs"
            dialog={(close) => <CloseAccountDialog person={person} onClose={close} />}
          />
        </>
      ) : (
        <DialogButton
          label={t('establishment.reopen')}
          aria-label={`${t('establishment.reopen')}: ${shown}`}
          variant="subtle"
          size="xs"
          dialog={(close) => <ReopenDialog person={person} onClose={close} />}
        />
      )}
    </li>
  );
}

import { NativeSelect } from '@mantine/core';
import { CloseAccount, CLOSING_CAUSES, type ClosingCause, type PersonView } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { ReasonDialog } from '../ui/ReasonDialog';
import { chargesQuery } from './api';
import { LeftBehind } from './LeftBehind';

/** Closes an account at once, once it has said what is left at the posts: its sessions die, and its posts are vacant. */
export function CloseAccountDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { t, translate } = useTranslations('causes', 'establishment');
  const close = useCommand('closeAccount');
  const { data } = useQuery(chargesQuery(person.id));
  const [cause, setCause] = useState<ClosingCause>('retired');
  const name = translate(person.name);
  const field = (
    <>
      <NativeSelect
        label={t('establishment.ground')}
        value={cause}
        onChange={(event) => setCause(CLOSING_CAUSES.find((each) => each === event.currentTarget.value) ?? cause)}
        data={CLOSING_CAUSES.map((each) => ({ value: each, label: t(`endCause.${each}`) }))}
      />
      {data?.charges.length === 0 && <p style={{ margin: 0 }}>{t('establishment.holdsNothing')}</p>}
      {data?.charges.map(({ post, waiting, otherHolders }) => (
        <LeftBehind key={post.id} post={post} waiting={waiting} otherHolders={otherHolders} />
      ))}
    </>
  );
  return (
    <ReasonDialog
      title={t('establishment.closing', { name })}
      act={t('establishment.close')}
      schema={CloseAccount.pick({ reason: true })}
      more={{ field, isMissing: false }}
      onAct={async (reason) => {
        await close.mutateAsync({ params: { personId: person.id }, body: { cause, reason } });
        showSuccess(t('establishment.closed', { name }));
      }}
      onClose={onClose}
    >
      {t('establishment.closingWhy')}
    </ReasonDialog>
  );
}

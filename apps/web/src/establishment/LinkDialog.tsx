import { Button, Group, Modal, Stack } from '@mantine/core';
import type { PersonView } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { useConfirmed } from '../signing/use-confirmed';
import { FormDialog } from '../ui/FormDialog';
import classes from './establishment.module.css';

/** Makes a link by which somebody signs in once and chooses a password. */
export function LinkDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { t, translate } = useTranslations('establishment');
  const make = useCommand('makeSignInLink');
  const { run, dialog } = useConfirmed();
  const [token, setToken] = useState<string | null>(null);
  const name = translate(person.name);
  if (token !== null) return <LinkShown name={name} token={token} onClose={onClose} />;
  return (
    <FormDialog
      title={t('establishment.linkFor', { name })}
      act={t('establishment.makeLink')}
      onSubmit={async () => {
        const made = await run(() => make.mutateAsync({ params: { personId: person.id } }));
        if (made.token === null) onClose();
        else setToken(made.token);
      }}
      onClose={onClose}
    >
      <p className="soft">{t('establishment.linkWhy')}</p>
      {dialog}
    </FormDialog>
  );
}

/** The link, this once: to be printed or handed over. */
export function LinkShown({ name, token, onClose }: { name: string; token: string; onClose: () => void }) {
  const { t } = useTranslations('establishment');
  const link = `${location.origin}/link#${token}`;
  return (
    <Modal opened onClose={onClose} title={t('establishment.linkFor', { name })}>
      <Stack gap="sm">
        <p style={{ margin: 0 }}>{t('establishment.linkOnce')}</p>
        <p className={classes.token}>{link}</p>
        <Group justify="flex-end" className="not-printed">
          <Button variant="default" onClick={() => void navigator.clipboard.writeText(link)}>
            {t('establishment.copy')}
          </Button>
          <Button variant="default" onClick={() => window.print()}>
            {t('establishment.print')}
          </Button>
          <Button onClick={onClose}>{t('page.close')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

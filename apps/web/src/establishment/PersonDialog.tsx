import { Textarea, TextInput } from '@mantine/core';
import { ChangePerson, CreatePerson, namedIn, type PersonView } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { useOnlyLanguage } from '../language/language';
import { useTranslations } from '../language/use-translations';
import { isNameless, NameFields } from '../ui/forms/NameFields';
import { orNothing, useContractForm } from '../ui/forms/use-contract-form';
import { FormDialog } from '../ui/FormDialog';
import { showSuccess } from '../ui/notices/announcements';
import { LinkShown } from './LinkDialog';

/** A person: entered with a user name that stays, or corrected. Whoever is new gets a link to sign in by. */
export function PersonDialog({ person, onClose }: { person: PersonView | null; onClose: () => void }) {
  const { t, translate } = useTranslations('establishment');
  const create = useCommand('createPerson');
  const change = useCommand('changePerson');
  const [token, setToken] = useState<string | null>(null);
  const { form, checkBy, refuse } = useContractForm({
    schema: CreatePerson,
    initialValues: {
      username: person?.username ?? '',
      name: person?.name ?? { hi: '', en: '' },
      email: person?.email ?? '',
      reason: '',
    },
  });
  const only = useOnlyLanguage();
  const { username, reason } = form.values;
  const name = namedIn(only, form.values.name, person?.name ?? null);
  const act = async () => {
    const facts = { name, email: orNothing(form.values.email) ?? null, reason };
    try {
      if (person) {
        const body = checkBy(ChangePerson, facts);
        if (!body) return;
        await change.mutateAsync({ params: { personId: person.id }, body, ifMatch: person.version });
      } else {
        const body = checkBy(CreatePerson, { username, ...facts });
        if (!body) return;
        const made = await create.mutateAsync({ body });
        if (made.token !== null) {
          setToken(made.token);
          return;
        }
      }
    } catch (failure) {
      refuse(failure);
      throw failure;
    }
    showSuccess(t('establishment.personKept'));
    onClose();
  };
  if (token !== null) return <LinkShown name={translate(name)} token={token} onClose={onClose} />;
  const needed = [reason, ...(person ? [] : [username])];
  return (
    <FormDialog
      title={person ? t('establishment.changing', { name: translate(person.name) }) : t('establishment.newPerson')}
      act={t('establishment.save')}
      incomplete={isNameless(name, only) || needed.some((text) => text.trim() === '')}
      size={620}
      onSubmit={act}
      onClose={onClose}
    >
      <NameFields
        input={(language) => form.getInputProps(`name.${language}`)}
        labels={{ hi: t('establishment.nameHi'), en: t('establishment.nameEn'), one: t('establishment.name') }}
        required
        withFocus
      />
      {!person && (
        <TextInput
          {...form.getInputProps('username')}
          label={t('establishment.username')}
          description={t('establishment.usernameWhy')}
          autoComplete="off"
          data-letters="latin"
          required
        />
      )}
      <TextInput {...form.getInputProps('email')} label={t('establishment.email')} data-letters="latin" />
      <Textarea
        {...form.getInputProps('reason')}
        label={t('establishment.reason')}
        description={t('establishment.reasonWhy')}
        minRows={2}
        required
      />
    </FormDialog>
  );
}

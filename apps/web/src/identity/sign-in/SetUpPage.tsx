import { Stack, TextInput } from '@mantine/core';
import { SetUpOffice } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { orNothing, useContractForm } from '../../ui/forms/use-contract-form';
import forms from '../../ui/forms/fieldset.module.css';
import { NewPasswordForm } from '../NewPasswordForm';
import { useAfterSignIn } from './after-sign-in';
import { SignInLayout } from './SignInLayout';

const NAME = { hi: '', en: '' };
const given = ({ hi, en }: typeof NAME) => ({ hi: orNothing(hi) ?? null, en: orNothing(en) ?? null });

/** The first start of an office: what it is called, and its administrator. The token stands behind the #, as in other links. */
export function SetUpPage() {
  const { t } = useTranslations('set-up');
  const [token] = useState(() => window.location.hash.slice(1));
  const setUp = useCommand('setUpOffice');
  const afterSignIn = useAfterSignIn(undefined);
  const { form, check, refuse } = useContractForm({
    schema: SetUpOffice,
    initialValues: { office: NAME, name: NAME, username: '' },
  });
  const act = (newPassword: string) => {
    const { office, name, username } = form.values;
    const body = check({ token, office: given(office), name: given(name), username, newPassword });
    if (body) setUp.mutate({ body }, { onSuccess: afterSignIn, onError: (error) => refuse(error) });
  };
  return (
    <SignInLayout title={t('setUp.title')} wide>
      <p className="soft">{t('setUp.why')}</p>
      <NewPasswordForm
        submit={t('setUp.act')}
        error={setUp.error}
        busy={setUp.isPending}
        onSubmit={({ newPassword }) => act(newPassword)}
      >
        <Stack mb="md">
          <fieldset className={forms.fieldset}>
            <legend>{t('setUp.office')}</legend>
            <div className={forms.pair}>
              <TextInput {...form.getInputProps('office.hi')} label={t('setUp.nameHi')} data-autofocus />
              <TextInput {...form.getInputProps('office.en')} label={t('setUp.nameEn')} data-letters="latin" />
            </div>
          </fieldset>
          <fieldset className={forms.fieldset}>
            <legend>{t('setUp.you')}</legend>
            <div className={forms.pair}>
              <TextInput {...form.getInputProps('name.hi')} label={t('setUp.nameHi')} />
              <TextInput {...form.getInputProps('name.en')} label={t('setUp.nameEn')} data-letters="latin" />
            </div>
            <TextInput
              {...form.getInputProps('username')}
              label={t('setUp.username')}
              description={t('setUp.usernameWhy')}
              autoComplete="username"
              data-letters="latin"
              required
              withAsterisk={false}
            />
          </fieldset>
        </Stack>
      </NewPasswordForm>
    </SignInLayout>
  );
}

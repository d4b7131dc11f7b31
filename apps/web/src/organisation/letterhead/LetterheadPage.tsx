import { NativeSelect, TextInput } from '@mantine/core';
import { LETTER_LANGUAGES, LETTER_LAYOUTS, type OfficeLetterhead, SetLetterhead } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../../api/query-of';
import { useCommand } from '../../api/use-command';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import forms from '../../ui/forms/fieldset.module.css';
import { orNothing, useContractForm } from '../../ui/forms/use-contract-form';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import { showSuccess } from '../../ui/notices/announcements';
import { useRefusal } from '../../ui/notices/use-refusal';
import { PageError } from '../../ui/page/PageError';
import rows from '../../ui/page/rows-page.module.css';
import { useTitle } from '../../ui/page/use-title';
import { Waiting } from '../../ui/page/Waiting';
import classes from './letterhead.module.css';

/** What stands at the head of every letter; what has been approved keeps its look. */
export function LetterheadPage() {
  const { t } = useTranslations('letterhead');
  useTitle(t('page.letterhead'));
  const { data, error } = useQuery(queryOf('getLetterhead', {}, { refetchOnMount: 'always' }));
  if (error) return <PageError error={error} />;
  return data ? <LetterheadForm letterhead={data} /> : <Waiting />;
}

const inBoth = (text: { hi: string; en: string }) => ({ hi: text.hi || text.en, en: text.en || text.hi });

function LetterheadForm({ letterhead }: { letterhead: OfficeLetterhead }) {
  const { t } = useTranslations('letterhead');
  const { post } = useActing();
  const refuse = useRefusal();
  const set = useCommand('setLetterhead');
  const { address, phone, email, place, languages, layout } = letterhead;
  const { form, check } = useContractForm({
    schema: SetLetterhead,
    initialValues: {
      address,
      phone: phone ?? '',
      email: email ?? '',
      place: place ?? { hi: '', en: '' },
      languages,
      layout,
    },
  });
  const mayChange = post.roles.includes('administrator');
  const keep = () => {
    const { values } = form;
    const isPlaced = values.place.hi !== '' || values.place.en !== '';
    const body = check({
      ...values,
      address: inBoth(values.address),
      phone: orNothing(values.phone) ?? null,
      email: orNothing(values.email) ?? null,
      place: isPlaced ? inBoth(values.place) : null,
    });
    if (!body || set.isPending) return;
    set.mutate({ body }, { onSuccess: () => showSuccess(t('letterhead.kept')), onError: refuse });
  };
  const field = (name: string) => ({ ...form.getInputProps(name), readOnly: !mayChange });
  return (
    <main className={rows.place}>
      <h1>{t('page.letterhead')}</h1>
      <p className="soft">{t('letterhead.why')}</p>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <div className={forms.pair}>
          <TextInput {...field('address.hi')} label={t('letterhead.addressHi')} />
          <TextInput {...field('address.en')} label={t('letterhead.addressEn')} data-letters="latin" />
        </div>
        <div className={forms.pair}>
          <TextInput {...field('phone')} label={t('letterhead.phone')} data-letters="latin" />
          <TextInput {...field('email')} label={t('letterhead.email')} data-letters="latin" />
        </div>
        <div className={forms.pair}>
          <TextInput {...field('place.hi')} label={t('letterhead.placeHi')} description={t('letterhead.placeWhy')} />
          <TextInput
            {...field('place.en')}
            label={t('letterhead.placeEn')}
            description={t('letterhead.placeWhy')}
            data-letters="latin"
          />
        </div>
        <div className={forms.pair}>
          <NativeSelect
            {...form.getInputProps('languages')}
            label={t('letterhead.languages')}
            data={LETTER_LANGUAGES.map((value) => ({ value, label: t(`letterLanguage.${value}`) }))}
            disabled={!mayChange}
          />
          <NativeSelect
            {...form.getInputProps('layout')}
            label={t('letterhead.layout')}
            data={LETTER_LAYOUTS.map((value) => ({ value, label: t(`letterLayout.${value}`) }))}
            disabled={!mayChange}
          />
        </div>
        {mayChange ? (
          <div>
            <KeyButton
              keys="ctrl+Enter"
              label={t('letterhead.keep')}
              type="submit"
              loading={set.isPending}
              whileTyping
            />
          </div>
        ) : (
          <p className="soft">{t('letterhead.byAdministrator')}</p>
        )}
      </form>
    </main>
  );
}

import { NativeSelect, TextInput } from '@mantine/core';
import {
  inBoth,
  KEPT_LANGUAGES,
  LETTER_LANGUAGES,
  LETTER_LAYOUTS,
  namedIn,
  type OfficeLetterhead,
  onlyLanguage,
  SetLetterhead,
} from '@patravali/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { queryOf } from '../../api/query-of';
import { useCommand } from '../../api/use-command';
import { sessionQuery, useActing } from '../../api/use-session';
import { keepLanguages, useOnlyLanguage } from '../../language/language';
import { useTranslations } from '../../language/use-translations';
import forms from '../../ui/forms/fieldset.module.css';
import { NameFields } from '../../ui/forms/NameFields';
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

function LetterheadForm({ letterhead }: { letterhead: OfficeLetterhead }) {
  const { t } = useTranslations('letterhead');
  const { post } = useActing();
  const refuse = useRefusal();
  const set = useCommand('setLetterhead');
  const client = useQueryClient();
  const only = useOnlyLanguage();
  const { address, phone, email, place, keptLanguages, languages, layout } = letterhead;
  const { form, check } = useContractForm({
    schema: SetLetterhead,
    initialValues: {
      address,
      phone: phone ?? '',
      email: email ?? '',
      place: place ?? { hi: '', en: '' },
      keptLanguages,
      languages,
      layout,
    },
  });
  const mayChange = post.roles.includes('administrator');
  const keep = () => {
    const { values } = form;
    const placed = namedIn(only, values.place, place);
    const isPlaced = placed.hi !== '' || placed.en !== '';
    const body = check({
      ...values,
      languages: onlyLanguage(values.keptLanguages) ?? values.languages,
      address: inBoth(namedIn(only, values.address, address)),
      phone: orNothing(values.phone) ?? null,
      email: orNothing(values.email) ?? null,
      place: isPlaced ? inBoth(placed) : null,
    });
    if (!body || set.isPending) return;
    const onSuccess = (kept: OfficeLetterhead) => {
      showSuccess(t('letterhead.kept'));
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      void keepLanguages(kept.keptLanguages);
    };
    set.mutate({ body }, { onSuccess, onError: refuse });
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
        <NativeSelect
          {...form.getInputProps('keptLanguages')}
          label={t('letterhead.keptLanguages')}
          description={t('letterhead.keptLanguagesWhy')}
          data={KEPT_LANGUAGES.map((value) => ({ value, label: t(`letterLanguage.${value}`) }))}
          disabled={!mayChange}
        />
        <NameFields
          input={(language) => field(`address.${language}`)}
          labels={{ hi: t('letterhead.addressHi'), en: t('letterhead.addressEn'), one: t('letterhead.address') }}
        />
        <div className={forms.pair}>
          <TextInput {...field('phone')} label={t('letterhead.phone')} data-letters="latin" />
          <TextInput {...field('email')} label={t('letterhead.email')} data-letters="latin" />
        </div>
        <NameFields
          input={(language) => field(`place.${language}`)}
          labels={{ hi: t('letterhead.placeHi'), en: t('letterhead.placeEn'), one: t('letterhead.place') }}
          description={t('letterhead.placeWhy')}
        />
        <div className={forms.pair}>
          {form.values.keptLanguages === 'bilingual' && (
            <NativeSelect
              {...form.getInputProps('languages')}
              label={t('letterhead.languages')}
              data={LETTER_LANGUAGES.map((value) => ({ value, label: t(`letterLanguage.${value}`) }))}
              disabled={!mayChange}
            />
          )}
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

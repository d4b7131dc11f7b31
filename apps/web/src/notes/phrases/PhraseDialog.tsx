import { NativeSelect } from '@mantine/core';
import { ChangeQuickPhrase, type PhraseOwner, type QuickPhrase } from '@patravali/contract';
import { useOnlyLanguage } from '../../language/language';
import { useTranslations } from '../../language/use-translations';
import { useCommand } from '../../api/use-command';
import { showSuccess } from '../../ui/notices/announcements';
import { FormDialog } from '../../ui/FormDialog';
import { NameFields } from '../../ui/forms/NameFields';
import { orNothing, useContractForm } from '../../ui/forms/use-contract-form';

interface PhraseDialogProps {
  of: PhraseOwner;
  /** The phrase to change; a new one without it. */
  phrase?: QuickPhrase;
  /** How many its owner has. */
  count?: number;
  onClose: () => void;
}

/** A phrase in both languages or in one of them, and where it stands. */
export function PhraseDialog({ of, phrase, count = 1, onClose }: PhraseDialogProps) {
  const { t } = useTranslations('phrases');
  const only = useOnlyLanguage();
  const save = useCommand('saveQuickPhrase');
  const change = useCommand('changeQuickPhrase');
  const { form, send } = useContractForm({
    schema: ChangeQuickPhrase,
    initialValues: {
      text: { hi: phrase?.text.hi ?? '', en: phrase?.text.en ?? '' },
      place: String(phrase?.place ?? 1),
    },
  });
  const { text, place } = form.values;
  const words = { hi: orNothing(text.hi) ?? null, en: orNothing(text.en) ?? null };
  const submit = () =>
    send({ text: words, place: Number(place) }, async (body) => {
      if (phrase) await change.mutateAsync({ params: { phraseId: phrase.id }, body, ifMatch: phrase.version });
      else await save.mutateAsync({ body: { of, text: body.text } });
      showSuccess(t('phrases.saved'));
      onClose();
    });
  return (
    <FormDialog
      title={t(phrase ? 'phrases.changing' : 'phrases.add')}
      act={t('phrases.save')}
      incomplete={words.hi === null && words.en === null}
      onSubmit={submit}
      onClose={onClose}
    >
      {only === null && <p className="soft">{t('phrases.either')}</p>}
      <NameFields
        input={(language) => form.getInputProps(`text.${language}`)}
        labels={{ hi: t('phrases.hi'), en: t('phrases.en'), one: t('phrases.words') }}
        withFocus
        isLong
      />
      {phrase && count > 1 && (
        <NativeSelect
          label={t('phrases.place')}
          data={Array.from({ length: count }, (_, index) => String(index + 1))}
          {...form.getInputProps('place')}
        />
      )}
    </FormDialog>
  );
}

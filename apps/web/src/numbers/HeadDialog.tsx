import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { ChangeNumberHead, CreateNumberHead, type KeptHead, namedIn } from '@patravali/contract';
import { useCommand } from '../api/use-command';
import { useOnlyLanguage } from '../language/language';
import { useTranslations } from '../language/use-translations';
import forms from '../ui/forms/fieldset.module.css';
import { NameFields } from '../ui/forms/NameFields';
import { orNothing, useContractForm } from '../ui/forms/use-contract-form';
import { FormDialog } from '../ui/FormDialog';
import { showSuccess } from '../ui/notices/announcements';

interface HeadDialogProps {
  /** Null: a new one. */
  head: KeptHead | null;
  /** Whether its code has the parts of the manual; of a new one, what is offered first. */
  hasParts: boolean;
  onClose: () => void;
}

const orNull = (text: string) => orNothing(text) ?? null;

/** A head of file numbers: its code, once, and what it is called in one language or both. */
export function HeadDialog({ head, hasParts, onClose }: HeadDialogProps) {
  const { t } = useTranslations('numbers');
  const create = useCommand('createNumberHead');
  const change = useCommand('changeNumberHead');
  const { form, checkBy, refuse } = useContractForm({
    schema: CreateNumberHead,
    initialValues: {
      shape: '',
      basic: head?.basic ?? '',
      basicHi: head?.basicHi ?? '',
      primary: head?.primary ?? '',
      secondary: head?.secondary ?? '',
      title: head?.title ?? { hi: '', en: '' },
      retired: head !== null && head.retiredAt !== null,
      reason: '',
    },
  });
  const { basic, primary, secondary, retired, reason, ...said } = form.values;
  const only = useOnlyLanguage();
  // Until one chooses, it follows the form of file numbers, which may have been changed a moment ago.
  const shape = said.shape || (hasParts ? 'parts' : 'ownCode');
  const inParts = shape === 'parts';
  const title = namedIn(only, said.title, head?.title ?? null);
  const names = {
    basicHi: orNull(said.basicHi),
    title: { hi: orNull(title.hi), en: orNull(title.en) },
    reason,
  };
  const send = async () => {
    if (head) {
      const body = checkBy(ChangeNumberHead, { ...names, retired });
      if (!body) return;
      await change.mutateAsync({ params: { headId: head.id }, body, ifMatch: head.version });
    } else {
      const parts = inParts ? { primary, secondary } : { primary: null, secondary: null };
      const body = checkBy(CreateNumberHead, { basic, ...parts, ...names });
      if (!body) return;
      await create.mutateAsync({ body });
    }
    showSuccess(t('numbers.headKept'));
    onClose();
  };
  const needed = [basic, reason, ...(inParts ? [primary, secondary] : [])];
  const isNameless = names.title.hi === null && names.title.en === null;
  return (
    <FormDialog
      title={head ? t('numbers.changingHead', { code: head.code }) : t('numbers.newHead')}
      act={t('numbers.save')}
      incomplete={isNameless || needed.some((text) => text.trim() === '')}
      size={640}
      onSubmit={() =>
        send().catch((error: unknown) => {
          refuse(error);
          throw error;
        })
      }
      onClose={onClose}
    >
      {head === null && (
        <NativeSelect
          {...form.getInputProps('shape')}
          value={shape}
          label={t('numbers.shape')}
          data={[
            { value: 'parts', label: t('numbers.parts') },
            { value: 'ownCode', label: t('numbers.ownCode') },
          ]}
        />
      )}
      <div className={forms.pair}>
        <TextInput
          {...form.getInputProps('basic')}
          label={inParts ? t('numbers.letter') : t('numbers.basic')}
          disabled={head !== null}
          data-letters={inParts ? 'latin' : undefined}
          required
        />
        {only === null && <TextInput {...form.getInputProps('basicHi')} label={t('numbers.basicHi')} />}
      </div>
      {inParts && head === null && (
        <div className={forms.pair}>
          <TextInput {...form.getInputProps('primary')} label={t('numbers.primary')} data-letters="latin" required />
          <TextInput
            {...form.getInputProps('secondary')}
            label={t('numbers.secondary')}
            data-letters="latin"
            required
          />
        </div>
      )}
      <NameFields
        input={(language) => form.getInputProps(`title.${language}`)}
        labels={{ hi: t('numbers.titleHi'), en: t('numbers.titleEn'), one: t('numbers.headTitle') }}
        description={only === null ? t('numbers.titleWhy') : undefined}
        required={only !== null}
      />
      {head !== null && (
        <Checkbox {...form.getInputProps('retired', { type: 'checkbox' })} label={t('numbers.retired')} />
      )}
      <Textarea
        {...form.getInputProps('reason')}
        label={t('numbers.reason')}
        description={t('numbers.reasonWhy')}
        minRows={2}
        required
      />
    </FormDialog>
  );
}

import { Textarea } from '@mantine/core';
import { type SynonymGroup, Synonyms } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { useContractForm } from '../../ui/forms/use-contract-form';
import { FormDialog } from '../../ui/FormDialog';
import { showSuccess } from '../../ui/notices/announcements';

interface SynonymsDialogProps {
  /** Null: a new one. */
  group: SynonymGroup | null;
  onClose: () => void;
}

/** The words of a group, each in a line of its own. */
export function SynonymsDialog({ group, onClose }: SynonymsDialogProps) {
  const { t } = useTranslations('synonyms');
  const add = useCommand('addSynonyms');
  const change = useCommand('changeSynonyms');
  const { form, send } = useContractForm({
    schema: Synonyms,
    initialValues: { words: group?.words.join('\n') ?? '' },
  });
  const words = form.values.words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const submit = async () => {
    if (words.length === 1) {
      form.setErrors({ words: t('synonyms.tooFew') });
      return;
    }
    await send({ words }, async (body) => {
      if (group) await change.mutateAsync({ params: { groupId: group.id }, body, ifMatch: group.version });
      else await add.mutateAsync({ body });
      showSuccess(t('synonyms.saved'));
      onClose();
    });
  };
  // What is wrong with one line stands at the field in which all of them are.
  const [wrong = false] = Object.values(form.errors);
  return (
    <FormDialog
      title={t(group ? 'synonyms.changing' : 'synonyms.add')}
      act={t('synonyms.save')}
      incomplete={words.length === 0}
      onSubmit={submit}
      onClose={onClose}
    >
      <Textarea
        {...form.getInputProps('words')}
        label={t('synonyms.words')}
        description={t('synonyms.eachInLine')}
        error={wrong}
        onChange={(event) => {
          form.clearErrors();
          form.setFieldValue('words', event.currentTarget.value);
        }}
        minRows={4}
        maxRows={12}
        autosize
        required
      />
    </FormDialog>
  );
}

import { NativeSelect, TextInput } from '@mantine/core';
import { type ChargeHandedOver, END_CAUSES, HandOverCharge, type Marked } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { useContractForm } from '../ui/forms/use-contract-form';
import { FormDialog } from '../ui/FormDialog';

interface HandOverDialogProps {
  post: Marked & { readonly id: string };
  onHanded: (handed: ChargeHandedOver) => void;
  onClose: () => void;
}

/** The charge of a post is handed over by an order. */
export function HandOverDialog({ post, onHanded, onClose }: HandOverDialogProps) {
  const { t, marking } = useTranslations('absence', 'causes');
  const handOver = useCommand('handOverCharge');
  const [initialValues] = useState(() => ({ cause: 'transferred', orderReference: '' }));
  const { form, send } = useContractForm({ schema: HandOverCharge, initialValues });
  const name = marking(post);
  const act = () =>
    send(form.values, async (body) => {
      onHanded(await handOver.mutateAsync({ params: { postId: post.id }, body }));
    });
  return (
    <FormDialog
      title={t('charge.handingOver', { post: name })}
      act={t('charge.handOver')}
      incomplete={form.values.orderReference.trim() === ''}
      onSubmit={act}
      onClose={onClose}
    >
      <p className="soft">{t('charge.handingOverWhy', { post: name })}</p>
      <NativeSelect
        {...form.getInputProps('cause')}
        label={t('charge.cause')}
        data={END_CAUSES.map((cause) => ({ value: cause, label: t(`endCause.${cause}`) }))}
      />
      <TextInput
        {...form.getInputProps('orderReference')}
        label={t('charge.order')}
        description={t('charge.orderWhy')}
        required
      />
    </FormDialog>
  );
}

import { NativeSelect, TextInput } from '@mantine/core';
import { HALVES, type HeldPost, type PostView, TakeLeave } from '@patravali/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { sessionQuery } from '../api/use-session';
import { today } from '../language/dates';
import { useTranslations } from '../language/use-translations';
import { PostPicker } from '../organisation/picker/PostPicker';
import { DayField } from '../ui/DayField';
import forms from '../ui/forms/fieldset.module.css';
import { orNothing, useContractForm } from '../ui/forms/use-contract-form';
import { FormDialog } from '../ui/FormDialog';
import { showSuccess } from '../ui/notices/announcements';

/** One's own leave from a post: from which half of a day until which, and who acts meanwhile. */
export function LeaveDialog({ post, onClose }: { post: HeldPost; onClose: () => void }) {
  const { t, marking } = useTranslations('absence');
  const client = useQueryClient();
  const take = useCommand('takeLeave');
  const [initialValues] = useState(() => ({
    linkPostId: '',
    fromOn: today(),
    fromHalf: 'forenoon',
    untilOn: '',
    untilHalf: 'afternoon',
    orderReference: '',
  }));
  const { form, send } = useContractForm({ schema: TakeLeave, initialValues });
  const { linkPostId, fromOn, untilOn, orderReference } = form.values;
  const act = async () => {
    const request = { ...form.values, orderReference: orNothing(orderReference) ?? null };
    await send(request, (body) => take.mutateAsync({ body }));
    if (!form.isValid()) return;
    // It may have begun.
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    showSuccess(t('absence.entered'));
    onClose();
  };
  const isOfficer = (one: PostView) => !post.roles.includes('officer') || one.roles.includes('officer');
  const halves = HALVES.map((half) => ({ value: half, label: t(`half.${half}`) }));
  return (
    <FormDialog
      title={t('absence.entering', { post: marking(post) })}
      act={t('absence.enter')}
      size={560}
      incomplete={[linkPostId, fromOn, untilOn].includes('')}
      onSubmit={act}
      onClose={onClose}
    >
      <div className={forms.pair}>
        <DayField
          label={t('absence.from')}
          value={fromOn}
          min={today()}
          onChange={(day) => form.setFieldValue('fromOn', day)}
          error={form.errors.fromOn}
          required
        />
        <NativeSelect {...form.getInputProps('fromHalf')} label={t('absence.fromHalf')} data={halves} />
      </div>
      <div className={forms.pair}>
        <DayField
          label={t('absence.until')}
          value={untilOn}
          min={fromOn}
          onChange={(day) => form.setFieldValue('untilOn', day)}
          error={form.errors.untilOn}
          required
        />
        <NativeSelect {...form.getInputProps('untilHalf')} label={t('absence.untilHalf')} data={halves} />
      </div>
      <PostPicker
        label={t('absence.link')}
        description={t('absence.linkWhy')}
        value={linkPostId || null}
        onChange={(postId) => form.setFieldValue('linkPostId', postId)}
        offers={isOfficer}
        error={form.errors.linkPostId}
        required
      />
      <TextInput
        {...form.getInputProps('orderReference')}
        label={t('absence.order')}
        description={t('absence.orderWhy')}
      />
    </FormDialog>
  );
}

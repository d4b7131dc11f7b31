import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { EndTenure, HALVES, type PostView, RELIEF_CAUSES, type TenureView } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { today } from '../language/dates';
import { useTranslations } from '../language/use-translations';
import { DayField } from '../ui/DayField';
import forms from '../ui/forms/fieldset.module.css';
import { useContractForm } from '../ui/forms/use-contract-form';
import { FormDialog } from '../ui/FormDialog';
import { showSuccess } from '../ui/notices/announcements';
import { postDetailsQuery } from './api';
import { LeftBehind } from './LeftBehind';

interface EndTenureDialogProps {
  post: PostView;
  tenure: TenureView;
  onClose: () => void;
}

/** That somebody is relieved of a post: why, until which half of a day or at once, by which order; and what is left there. */
export function EndTenureDialog({ post, tenure, onClose }: EndTenureDialogProps) {
  const { t, translate, marking } = useTranslations('causes', 'establishment');
  const end = useCommand('endTenure');
  const [initialValues] = useState(() => ({
    cause: 'relieved',
    untilOn: today(),
    untilHalf: 'afternoon',
    now: false,
    orderReference: '',
  }));
  const { form, send } = useContractForm({ schema: EndTenure, initialValues });
  const { now, untilOn, orderReference } = form.values;
  const act = () =>
    send({ ...form.values, untilOn: now ? today() : untilOn }, async (body) => {
      await end.mutateAsync({ params: { tenureId: tenure.id }, body });
      showSuccess(t('establishment.relieved'));
      onClose();
    });
  return (
    <FormDialog
      title={t('establishment.relieving', { name: translate(tenure.person), post: marking(post) })}
      act={t('establishment.relieve')}
      incomplete={untilOn === '' || orderReference.trim() === ''}
      size={620}
      onSubmit={act}
      onClose={onClose}
    >
      <WhatIsLeft post={post} />
      <NativeSelect
        {...form.getInputProps('cause')}
        label={t('establishment.ground')}
        description={t('establishment.suspensionElsewhere')}
        data={RELIEF_CAUSES.map((cause) => ({ value: cause, label: t(`endCause.${cause}`) }))}
      />
      <Checkbox {...form.getInputProps('now', { type: 'checkbox' })} label={t('establishment.atOnce')} />
      {!now && (
        <div className={forms.pair}>
          <DayField
            label={t('establishment.lastDay')}
            value={untilOn}
            onChange={(day) => form.setFieldValue('untilOn', day)}
            error={form.errors.untilOn}
            required
          />
          <NativeSelect
            {...form.getInputProps('untilHalf')}
            label={t('establishment.half')}
            data={HALVES.map((half) => ({ value: half, label: t(`half.${half}`) }))}
          />
        </div>
      )}
      <TextInput
        {...form.getInputProps('orderReference')}
        label={t('people.order')}
        description={t('establishment.orderWhy')}
        required
      />
    </FormDialog>
  );
}

function WhatIsLeft({ post }: { post: PostView }) {
  const { data } = useQuery(postDetailsQuery(post.id));
  if (!data) return null;
  const waiting = Object.values(data.inUse.waiting).reduce((sum, count) => sum + count, 0);
  return <LeftBehind post={post} waiting={waiting} otherHolders={Math.max(0, data.inUse.holders - 1)} />;
}

import { Autocomplete, TextInput } from '@mantine/core';
import { SendOnDuty, type UnitView } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import forms from '../../ui/forms/fieldset.module.css';
import { useContractForm } from '../../ui/forms/use-contract-form';
import { FormDialog } from '../../ui/FormDialog';
import { showSuccess } from '../../ui/notices/announcements';
import { DutyDesks } from './DutyDesks';
import { newDays, OrderDays } from './OrderDays';
import { useNamedDesks } from './use-named-desks';

const KNOWN = ['election', 'flood', 'census', 'examination'] as const;

/** That several people go on duty by one order: on which, from when until when, and who keeps each desk meanwhile. */
export function DutyDialog({ units, onClose }: { units: readonly UnitView[]; onClose: () => void }) {
  const { t, number } = useTranslations('establishment');
  const sendOnDuty = useCommand('sendOnDuty');
  const [initialValues] = useState(() => ({
    duty: '',
    ...newDays(),
    orderReference: '',
  }));
  const { form, send } = useContractForm({ schema: SendOnDuty, initialValues });
  const { named, order } = useNamedDesks([]);
  const { desks } = named;
  const { duty, fromOn, untilOn, orderReference } = form.values;
  const act = () =>
    send({ ...form.values, duty: duty.trim(), desks }, async (body) => {
      await order(() => sendOnDuty.mutateAsync({ body }));
      showSuccess(t('establishment.sentOnDuty', { count: number(desks.length) }));
      onClose();
    });
  return (
    <FormDialog
      title={t('establishment.sendingOnDuty')}
      act={t('establishment.sendOnDuty')}
      incomplete={desks.length === 0 || [duty, fromOn, untilOn, orderReference].some((text) => text.trim() === '')}
      size={760}
      onSubmit={act}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('establishment.dutyWhy')}</p>
      <div className={forms.pair}>
        <Autocomplete
          {...form.getInputProps('duty')}
          label={t('establishment.duty')}
          data={KNOWN.map((each) => t(`establishment.duty.${each}`))}
          maxLength={100}
          required
          data-autofocus
        />
        <TextInput
          {...form.getInputProps('orderReference')}
          label={t('people.order')}
          description={t('establishment.orderWhy')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
        />
      </div>
      <OrderDays form={form} until={t('people.until')} ends />
      <DutyDesks label={t('establishment.whoGoes')} why={t('establishment.whoGoesWhy')} units={units} {...named} />
    </FormDialog>
  );
}

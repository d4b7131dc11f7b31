import { Autocomplete, NativeSelect, TextInput } from '@mantine/core';
import { HALVES, SendOnDuty, type UnitView } from '@patravali/contract';
import { useState } from 'react';
import { ProblemError } from '../../api/problem-error';
import { useCommand } from '../../api/use-command';
import { today } from '../../language/dates';
import { useTranslations } from '../../language/use-translations';
import { DayField } from '../../ui/DayField';
import forms from '../../ui/forms/fieldset.module.css';
import { useContractForm } from '../../ui/forms/use-contract-form';
import { FormDialog } from '../../ui/FormDialog';
import { showSuccess } from '../../ui/notices/announcements';
import { DutyDesks, type NamedDesk, saidOfDesks } from './DutyDesks';

const KNOWN = ['election', 'flood', 'census', 'examination'] as const;

/** That several people go on duty by one order: on which, from when until when, and who keeps each desk meanwhile. */
export function DutyDialog({ units, onClose }: { units: readonly UnitView[]; onClose: () => void }) {
  const { t, number } = useTranslations('establishment');
  const sendOnDuty = useCommand('sendOnDuty');
  const [initialValues] = useState(() => ({
    duty: '',
    fromOn: today(),
    fromHalf: 'forenoon',
    untilOn: '',
    untilHalf: 'afternoon',
    orderReference: '',
  }));
  const { form, send } = useContractForm({ schema: SendOnDuty, initialValues });
  const [desks, setDesks] = useState<readonly NamedDesk[]>([]);
  const [wrong, setWrong] = useState<ReadonlyMap<number, string>>(new Map());
  const { duty, fromOn, untilOn, orderReference } = form.values;
  const change = (changed: readonly NamedDesk[]) => {
    setDesks(changed);
    setWrong(new Map());
  };
  const act = () =>
    send({ ...form.values, duty: duty.trim(), desks }, async (body) => {
      try {
        await sendOnDuty.mutateAsync({ body });
      } catch (error) {
        if (error instanceof ProblemError) setWrong(saidOfDesks(error));
        throw error;
      }
      showSuccess(t('establishment.sentOnDuty', { count: number(desks.length) }));
      onClose();
    });
  const halves = HALVES.map((half) => ({ value: half, label: t(`half.${half}`) }));
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
      <div className={forms.pair}>
        <DayField
          label={t('people.from')}
          value={fromOn}
          min={today()}
          onChange={(day) => form.setFieldValue('fromOn', day)}
          error={form.errors.fromOn}
          required
        />
        <NativeSelect {...form.getInputProps('fromHalf')} label={t('establishment.fromHalf')} data={halves} />
      </div>
      <div className={forms.pair}>
        <DayField
          label={t('people.until')}
          value={untilOn}
          min={fromOn}
          onChange={(day) => form.setFieldValue('untilOn', day)}
          error={form.errors.untilOn}
          required
        />
        <NativeSelect {...form.getInputProps('untilHalf')} label={t('establishment.untilHalf')} data={halves} />
      </div>
      <DutyDesks
        label={t('establishment.whoGoes')}
        why={t('establishment.whoGoesWhy')}
        desks={desks}
        wrong={wrong}
        units={units}
        onChange={change}
      />
    </FormDialog>
  );
}

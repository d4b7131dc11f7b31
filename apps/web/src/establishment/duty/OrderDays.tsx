import { NativeSelect } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { HALVES } from '@patravali/contract';
import { today } from '../../language/dates';
import { useTranslations } from '../../language/use-translations';
import { DayField } from '../../ui/DayField';
import forms from '../../ui/forms/fieldset.module.css';

/** From which half of which day until which an order holds, as the fields of a form hold it. */
export interface DaysOfOrder {
  fromOn: string;
  fromHalf: string;
  untilOn: string;
  untilHalf: string;
}

/** From today on, until somebody says until when. */
export const newDays = (): DaysOfOrder => ({
  fromOn: today(),
  fromHalf: 'forenoon',
  untilOn: '',
  untilHalf: 'afternoon',
});

interface OrderDaysProps<Values extends DaysOfOrder> {
  form: UseFormReturnType<Values>;
  /** What the last day is called. */
  until: string;
  /** Whether there must be one. */
  ends?: boolean;
}

/** The first and the last day of what is ordered, each with its half. */
export function OrderDays<Values extends DaysOfOrder>({ form, until, ends = false }: OrderDaysProps<Values>) {
  const { t } = useTranslations('establishment');
  const { fromOn, untilOn } = form.values;
  const halves = HALVES.map((half) => ({ value: half, label: t(`half.${half}`) }));
  return (
    <>
      <div className={forms.pair}>
        <DayField {...form.getInputProps('fromOn')} value={fromOn} label={t('people.from')} min={today()} required />
        <NativeSelect {...form.getInputProps('fromHalf')} label={t('establishment.fromHalf')} data={halves} />
      </div>
      <div className={forms.pair}>
        <DayField {...form.getInputProps('untilOn')} value={untilOn} label={until} min={fromOn} required={ends} />
        <NativeSelect {...form.getInputProps('untilHalf')} label={t('establishment.untilHalf')} data={halves} />
      </div>
    </>
  );
}

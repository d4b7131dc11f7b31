import { ACTIONS_ASKED } from '@patravali/contract';
import { NativeSelect, Textarea } from '@mantine/core';
import { today } from '../../language/dates';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { useClosedDay } from '../../organisation/closed-day';
import { useUrgenciesToGive } from '../../organisation/urgencies';
import { DayField } from '../../ui/DayField';
import classes from '../forward.module.css';
import { actionAsked, type ForwardForm } from './use-forward-form';

interface ForwardOptionsProps {
  form: ForwardForm;
  focusRemarks?: boolean;
}

/** What is said along with what is sent: action asked, urgency where the operation takes one, due date, remarks. */
export function ForwardOptions({ form: { form, hasUrgency }, focusRemarks = false }: ForwardOptionsProps) {
  const { t } = useTranslations('sending');
  const urgencies = useUrgenciesToGive(useActing().post.roles);
  const closed = useClosedDay(form.values.dueOn);
  return (
    <div className={classes.options}>
      <NativeSelect
        label={t('desk.actionAsked')}
        data={ACTIONS_ASKED.map((value) => ({ value, label: t(`action.${value}`) }))}
        {...form.getInputProps('action')}
        value={actionAsked(form.values)}
      />
      {hasUrgency && (
        <NativeSelect
          label={t('desk.urgency')}
          data={[
            { value: '', label: t('file.urgencyUnchanged') },
            ...urgencies.map((value) => ({ value, label: t(`urgency.${value}`) })),
          ]}
          {...form.getInputProps('urgency')}
        />
      )}
      <DayField
        label={t('desk.dueOn')}
        min={today()}
        value={form.values.dueOn}
        onChange={(dueOn) => form.setFieldValue('dueOn', dueOn)}
        error={closed ?? form.errors.dueOn}
      />
      <Textarea
        className={classes.remarks ?? ''}
        label={t('desk.remarksOptional')}
        minRows={1}
        maxRows={4}
        data-autofocus={focusRemarks || undefined}
        {...form.getInputProps('remarks')}
      />
    </div>
  );
}

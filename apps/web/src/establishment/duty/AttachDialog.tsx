import { NativeSelect, TextInput } from '@mantine/core';
import { AttachPerson, HALVES, type PostTenures, type TenureView, type UnitView } from '@patravali/contract';
import { useState } from 'react';
import { ProblemError } from '../../api/problem-error';
import { useCommand } from '../../api/use-command';
import { today } from '../../language/dates';
import { useTranslations } from '../../language/use-translations';
import { PostPicker } from '../../organisation/picker/PostPicker';
import { DayField } from '../../ui/DayField';
import forms from '../../ui/forms/fieldset.module.css';
import { orNothing, useContractForm } from '../../ui/forms/use-contract-form';
import { FormDialog } from '../../ui/FormDialog';
import { showSuccess } from '../../ui/notices/announcements';
import { DutyDesks, type NamedDesk, saidOfDesks } from './DutyDesks';

interface AttachDialogProps {
  post: PostTenures;
  tenure: TenureView;
  units: readonly UnitView[];
  onClose: () => void;
}

/** That who holds this post works attached to another for a while, and who keeps his own desk until he returns. */
export function AttachDialog({ post, tenure, units, onClose }: AttachDialogProps) {
  const { t, translate } = useTranslations('establishment');
  const attach = useCommand('attachPerson');
  const [initialValues] = useState(() => ({
    toPostId: '',
    fromOn: today(),
    fromHalf: 'forenoon',
    untilOn: '',
    untilHalf: 'afternoon',
    orderReference: '',
  }));
  const { form, send } = useContractForm({ schema: AttachPerson, initialValues });
  const [desks, setDesks] = useState<readonly NamedDesk[]>([{ postId: post.id, linkPostId: post.superiorPostId }]);
  const [wrong, setWrong] = useState<ReadonlyMap<number, string>>(new Map());
  const { toPostId, fromOn, untilOn, orderReference } = form.values;
  const change = (changed: readonly NamedDesk[]) => {
    setDesks(changed);
    setWrong(new Map());
  };
  const act = () =>
    send({ ...form.values, untilOn: orNothing(untilOn) ?? null, desks }, async (body) => {
      try {
        await attach.mutateAsync({ body });
      } catch (error) {
        if (error instanceof ProblemError) setWrong(saidOfDesks(error));
        throw error;
      }
      showSuccess(t('establishment.attached'));
      onClose();
    });
  const halves = HALVES.map((half) => ({ value: half, label: t(`half.${half}`) }));
  return (
    <FormDialog
      title={t('establishment.attaching', { name: translate(tenure.person) })}
      act={t('establishment.attach')}
      incomplete={desks.length === 0 || [toPostId, fromOn, orderReference].some((text) => text.trim() === '')}
      size={760}
      onSubmit={act}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('establishment.attachWhy')}</p>
      <PostPicker
        label={t('establishment.attachTo')}
        value={orNothing(toPostId) ?? null}
        onChange={(postId) => form.setFieldValue('toPostId', postId)}
        offers={({ id, unitId }) => id !== post.id && units.some((unit) => unit.id === unitId)}
        error={form.errors.toPostId}
        withOwn
        required
        autoFocus
      />
      <TextInput
        {...form.getInputProps('orderReference')}
        label={t('people.order')}
        description={t('establishment.orderWhy')}
        required
      />
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
          label={t('establishment.untilOrders')}
          value={untilOn}
          min={fromOn}
          onChange={(day) => form.setFieldValue('untilOn', day)}
          error={form.errors.untilOn}
        />
        <NativeSelect {...form.getInputProps('untilHalf')} label={t('establishment.untilHalf')} data={halves} />
      </div>
      <DutyDesks
        label={t('establishment.ownDesks')}
        why={t('establishment.ownDesksWhy')}
        person={translate(tenure.person)}
        desks={desks}
        wrong={wrong}
        units={units}
        onChange={change}
      />
    </FormDialog>
  );
}

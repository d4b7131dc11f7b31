import { TextInput } from '@mantine/core';
import { AttachPerson, type PostTenures, type TenureView, type UnitView } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { PostPicker } from '../../organisation/picker/PostPicker';
import { orNothing, useContractForm } from '../../ui/forms/use-contract-form';
import { FormDialog } from '../../ui/FormDialog';
import { showSuccess } from '../../ui/notices/announcements';
import { DutyDesks } from './DutyDesks';
import { newDays, OrderDays } from './OrderDays';
import { useNamedDesks } from './use-named-desks';

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
    ...newDays(),
    orderReference: '',
  }));
  const { form, send } = useContractForm({ schema: AttachPerson, initialValues });
  const { named, order } = useNamedDesks([{ postId: post.id, linkPostId: post.superiorPostId }]);
  const { desks } = named;
  const { toPostId, fromOn, untilOn, orderReference } = form.values;
  const act = () =>
    send({ ...form.values, untilOn: orNothing(untilOn) ?? null, desks }, async (body) => {
      await order(() => attach.mutateAsync({ body }));
      showSuccess(t('establishment.attached'));
      onClose();
    });
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
      <OrderDays form={form} until={t('establishment.untilOrders')} />
      <DutyDesks
        label={t('establishment.ownDesks')}
        why={t('establishment.ownDesksWhy')}
        person={translate(tenure.person)}
        units={units}
        {...named}
      />
    </FormDialog>
  );
}

import { Checkbox, Group, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import {
  type FormerName,
  INFORMATION_ROLES,
  KeepPost,
  namedIn,
  type PostRecord,
  type PostView,
  type Role,
  ROLES,
  type UnitView,
} from '@patravali/contract';
import { useCommand } from '../api/use-command';
import { useActing } from '../api/use-session';
import { useOnlyLanguage } from '../language/language';
import { useTranslations } from '../language/use-translations';
import { PostPicker } from '../organisation/picker/PostPicker';
import forms from '../ui/forms/fieldset.module.css';
import { isNameless, NameFields } from '../ui/forms/NameFields';
import { ShortNameFields } from '../ui/forms/ShortNameFields';
import { orNothing, useContractForm } from '../ui/forms/use-contract-form';
import { FormDialog } from '../ui/FormDialog';
import { showSuccess } from '../ui/notices/announcements';

interface PostDialogProps {
  /** Null: a new one, in this unit. */
  post: PostRecord | null;
  formerNames?: readonly FormerName[];
  unitId: string;
  units: readonly UnitView[];
  onClose: () => void;
}

/** A post: what it is called in both languages, where it stands, below whom, and what it does. */
export function PostDialog({ post, formerNames = [], unitId, units, onClose }: PostDialogProps) {
  const { t, translate, day } = useTranslations('establishment');
  const create = useCommand('createPost');
  const change = useCommand('changePost');
  const { form, send } = useContractForm({
    schema: KeepPost,
    initialValues: {
      marking: post?.marking ?? '',
      markingHi: post?.markingHi ?? '',
      designation: post?.designation ?? { hi: '', en: '' },
      level: post?.level ?? 5,
      unitId: post?.unitId ?? unitId,
      superiorPostId: post?.superiorPostId ?? '',
      roles: [...(post?.roles ?? (['dealing_hand'] as const))] as Role[],
      auditedUnitIds: [...(post?.auditedUnitIds ?? [])],
      administeredUnitId: post?.administeredUnitId ?? '',
      informationRole: post?.informationRole ?? '',
      phone: post?.phone ?? '',
      email: post?.email ?? '',
      reason: '',
    },
  });
  /** The administrator of a unit sets a post of his units above, or leaves the one that stands there. */
  const mayStandAbove = ({ id, unitId: stands }: PostView) =>
    id === post?.superiorPostId || units.some((unit) => unit.id === stands);
  const only = useOnlyLanguage();
  const { values } = form;
  const designation = namedIn(only, values.designation, post?.designation ?? null);
  const act = () => {
    const request = {
      ...values,
      designation,
      markingHi: orNothing(values.markingHi) ?? null,
      superiorPostId: orNothing(values.superiorPostId) ?? null,
      auditedUnitIds: values.roles.includes('auditor') ? values.auditedUnitIds : [],
      administeredUnitId: values.roles.includes('unit_administrator')
        ? (orNothing(values.administeredUnitId) ?? null)
        : null,
      informationRole: orNothing(values.informationRole) ?? null,
      phone: orNothing(values.phone) ?? null,
      email: orNothing(values.email) ?? null,
    };
    return send(request, async (body) => {
      if (post) await change.mutateAsync({ params: { postId: post.id }, body, ifMatch: post.version });
      else await create.mutateAsync({ body });
      showSuccess(t('establishment.postKept'));
      onClose();
    });
  };
  const isOfOffice = useActing().post.roles.includes('administrator');
  const needed = [
    values.marking,
    values.reason,
    ...(values.roles.includes('unit_administrator') ? [values.administeredUnitId] : []),
  ];
  const choices = units.map((unit) => ({ value: unit.id, label: translate(unit.name) }));
  return (
    <FormDialog
      title={post ? t('establishment.changing', { name: translate(post.designation) }) : t('establishment.newPost')}
      act={t('establishment.save')}
      incomplete={
        isNameless(designation, only) || needed.some((text) => text.trim() === '') || values.roles.length === 0
      }
      size={680}
      onSubmit={act}
      onClose={onClose}
    >
      <NameFields
        input={(language) => form.getInputProps(`designation.${language}`)}
        labels={{
          hi: t('establishment.designationHi'),
          en: t('establishment.designationEn'),
          one: t('establishment.designation'),
        }}
        required
        withFocus
      />
      <ShortNameFields
        input={(which) => form.getInputProps(which === 'short' ? 'marking' : 'markingHi')}
        shortHi={post?.markingHi ?? ''}
        labels={{
          hi: t('establishment.markingHi'),
          en: t('establishment.marking'),
          one: t('establishment.ownMarking'),
        }}
      />
      <div className={forms.pair}>
        <NativeSelect {...form.getInputProps('unitId')} label={t('establishment.unit')} data={choices} />
        <NumberInput
          {...form.getInputProps('level')}
          label={t('establishment.level')}
          description={t('establishment.levelWhy')}
          min={1}
          max={20}
        />
      </div>
      <PostPicker
        label={t('establishment.superior')}
        value={orNothing(values.superiorPostId) ?? null}
        onChange={(postId) => form.setFieldValue('superiorPostId', postId)}
        error={form.errors.superiorPostId}
        offers={mayStandAbove}
        withOwn
      />
      {isOfOffice && (
        <>
          <Checkbox.Group {...form.getInputProps('roles')} label={t('establishment.roles')}>
            <Group gap="lg" mt={6}>
              {ROLES.map((role) => (
                <Checkbox key={role} value={role} label={t(`role.${role}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          {values.roles.includes('auditor') && (
            <Checkbox.Group
              {...form.getInputProps('auditedUnitIds')}
              label={t('establishment.audits')}
              description={t('establishment.auditsWhy')}
            >
              <Group gap="lg" mt={6}>
                {choices.map(({ value, label }) => (
                  <Checkbox key={value} value={value} label={label} />
                ))}
              </Group>
            </Checkbox.Group>
          )}
          {values.roles.includes('unit_administrator') && (
            <NativeSelect
              {...form.getInputProps('administeredUnitId')}
              label={t('establishment.administers')}
              description={t('establishment.administersWhy')}
              data={[{ value: '', label: t('establishment.none') }, ...choices]}
              required
            />
          )}
          <NativeSelect
            {...form.getInputProps('informationRole')}
            label={t('establishment.informationRole')}
            data={[
              { value: '', label: t('establishment.none') },
              ...INFORMATION_ROLES.map((role) => ({ value: role, label: t(`informationRole.${role}`) })),
            ]}
          />
        </>
      )}
      <div className={forms.pair}>
        <TextInput {...form.getInputProps('phone')} label={t('establishment.phone')} data-letters="latin" />
        <TextInput {...form.getInputProps('email')} label={t('establishment.email')} data-letters="latin" />
      </div>
      <Textarea
        {...form.getInputProps('reason')}
        label={t('establishment.reason')}
        description={t('establishment.reasonWhy')}
        minRows={2}
        required
      />
      {formerNames.map(({ short, name, until }) => (
        <div key={until} className="soft small">
          {t('establishment.formerly', { name: `${short}, ${translate(name)}`, day: day(until) })}
        </div>
      ))}
    </FormDialog>
  );
}

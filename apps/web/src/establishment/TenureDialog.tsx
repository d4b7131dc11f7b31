import { NativeSelect, Select, TextInput } from '@mantine/core';
import { HALVES, type PostView, START_CAUSES, StartTenure, TENURE_KINDS } from '@patravali/contract';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../api/use-command';
import { today } from '../language/dates';
import { useTranslations } from '../language/use-translations';
import { DayField } from '../ui/DayField';
import forms from '../ui/forms/fieldset.module.css';
import { orNothing, useContractForm } from '../ui/forms/use-contract-form';
import { FormDialog } from '../ui/FormDialog';
import { showSuccess } from '../ui/notices/announcements';
import { chargesQuery, usePeople } from './api';

const TYPING_PAUSE_MS = 150;

/** That somebody takes charge of a post: in which capacity, from which half of a day on, by which order. */
export function TenureDialog({ post, onClose }: { post: PostView; onClose: () => void }) {
  const { t, translate, marking } = useTranslations('causes', 'establishment');
  const start = useCommand('startTenure');
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const people = usePeople(asked, false);
  const [initialValues] = useState(() => ({
    personId: '',
    kind: 'regular',
    cause: 'posted',
    fromOn: today(),
    fromHalf: 'forenoon',
    untilOn: '',
    orderReference: '',
  }));
  const { form, send } = useContractForm({ schema: StartTenure, initialValues });
  const { personId, kind, fromOn, untilOn, orderReference } = form.values;
  const isForATime = kind === 'link' || kind === 'operator';
  const act = () =>
    send({ ...form.values, postId: post.id, untilOn: orNothing(untilOn) ?? null }, async (body) => {
      await start.mutateAsync({ body });
      showSuccess(t('establishment.chargeTaken'));
      onClose();
    });
  const found = people.items
    .filter(({ mayKeep }) => mayKeep)
    .map(({ id, name, username }) => ({ value: id, label: `${translate(name)} · ${username}` }));
  return (
    <FormDialog
      title={t('establishment.charge', { post: marking(post) })}
      act={t('establishment.save')}
      incomplete={
        [personId, fromOn, orderReference].some((text) => text.trim() === '') || (isForATime && untilOn === '')
      }
      size={620}
      onSubmit={act}
      onClose={onClose}
    >
      <Select
        {...form.getInputProps('personId')}
        label={t('people.person')}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        data={found}
        required
        data-autofocus
      />
      {personId !== '' && <HeldAlready personId={personId} />}
      <div className={forms.pair}>
        <NativeSelect
          {...form.getInputProps('kind')}
          label={t('people.capacity')}
          data={TENURE_KINDS.map((each) => ({ value: each, label: t(`capacity.${each}`) }))}
        />
        <NativeSelect
          {...form.getInputProps('cause')}
          label={t('establishment.ground')}
          data={START_CAUSES.map((each) => ({ value: each, label: t(`startCause.${each}`) }))}
        />
      </div>
      {kind === 'operator' && <p style={{ margin: 0 }}>{t('establishment.operatorWhy', { post: marking(post) })}</p>}
      <div className={forms.pair}>
        <DayField
          label={t('people.from')}
          value={fromOn}
          onChange={(day) => form.setFieldValue('fromOn', day)}
          error={form.errors.fromOn}
          required
        />
        <NativeSelect
          {...form.getInputProps('fromHalf')}
          label={t('establishment.half')}
          data={HALVES.map((half) => ({ value: half, label: t(`half.${half}`) }))}
        />
      </div>
      <DayField
        label={t(kind === 'operator' ? 'establishment.contractUntil' : 'people.until')}
        value={untilOn}
        onChange={(day) => form.setFieldValue('untilOn', day)}
        error={form.errors.untilOn}
        required={isForATime}
      />
      <TextInput
        {...form.getInputProps('orderReference')}
        label={t('people.order')}
        description={t('establishment.orderWhy')}
        required
      />
    </FormDialog>
  );
}

/** Who takes charge may not have been relieved yet. */
function HeldAlready({ personId }: { personId: string }) {
  const { t, marking } = useTranslations('establishment');
  const { data } = useQuery(chargesQuery(personId));
  if (!data || data.charges.length === 0) return null;
  const posts = data.charges.map(({ post }) => marking(post)).join(', ');
  return <p style={{ margin: 0 }}>{t('establishment.holdsAlready', { posts })}</p>;
}

import { type FileView, type Named, type PostView, PutUpForCorrection } from '@patravali/contract';
import { Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useActing } from '../../api/use-session';
import { keepFocus } from '../../ui/keyboard/focus';
import { useKeys } from '../../ui/keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import type { Composer } from '../../notes/composer/use-composer';
import { usePosts } from '../../organisation/api';
import { FormDialog } from '../../ui/FormDialog';
import { orNothing, useContractForm } from '../../ui/forms/use-contract-form';
import { useExplanation } from '../clock/use-explanation';
import { useNextOf, useSent } from '../use-sent';
import { useBackToList } from '../../ui/list/use-back-to-list';

/** Sends the file with its yellow note up to a superior, who corrects it, once there is one. The head of the file offers it. */
export function PutUpAct({ file, composer }: { file: Named<FileView>; composer: Composer }) {
  const { t } = useTranslations('file-acts');
  const [asking, setAsking] = useState(false);
  const ask = { key: 'v', label: t('fileMove.put_up_for_correction'), run: () => setAsking(true) };
  useKeys([ask], composer.hasWords);
  const close = () => {
    setAsking(false);
    keepFocus();
  };
  return asking && <PutUpDialog file={file} composer={composer} onClose={close} />;
}

interface PutUpDialogProps {
  file: Named<FileView>;
  composer: Composer;
  onClose: () => void;
}

function PutUpDialog({ file, composer, onClose }: PutUpDialogProps) {
  const { t, translate, marking } = useTranslations('file-acts');
  const superiors = useSuperiors();
  const putUp = useCommand('putUpForCorrection');
  const sent = useSent();
  const nextOf = useNextOf();
  const backToList = useBackToList();
  const { form, send } = useContractForm({
    schema: PutUpForCorrection,
    initialValues: { toPostId: '', remarks: '' },
  });
  const toPostId = form.values.toPostId || (superiors[0]?.id ?? '');
  const explanation = useExplanation(file, putUp.error);
  const submit = () =>
    send({ toPostId, remarks: orNothing(form.values.remarks), ...explanation.said }, async (body) => {
      await composer.flush();
      await putUp.mutateAsync({ params: { fileId: file.id }, body });
      composer.forget();
      const post = marking(superiors.find(({ id }) => id === toPostId));
      sent(file, t('acts.putUpTo', { number: file.number, post }), nextOf(file.id));
      backToList(file.id);
    });
  return (
    <FormDialog
      title={t('fileMove.put_up_for_correction')}
      incomplete={toPostId === '' || explanation.isMissing}
      onSubmit={submit}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('acts.putUpWhy')}</p>
      <Radio.Group
        label={t('file.superior')}
        value={toPostId}
        onChange={(value) => form.setFieldValue('toPostId', value)}
        error={form.errors.toPostId}
      >
        <Stack gap={6} mt={4}>
          {superiors.map((post) => (
            <Radio
              key={post.id}
              value={post.id}
              label={`${marking(post)} · ${translate(post.designation)} · ${post.holder ? translate(post.holder) : t('page.vacant')}`}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea {...form.getInputProps('remarks')} label={t('desk.remarksOptional')} data-autofocus />
      {explanation.field}
    </FormDialog>
  );
}

/** The posts above one's own that hold files, the nearest first. */
function useSuperiors(): PostView[] {
  const { post } = useActing();
  const { data: posts = [] } = usePosts();
  const superiors: PostView[] = [];
  const above = (id: string | undefined) => posts.find((one) => one.id === id)?.superiorPostId ?? undefined;
  for (let id = above(post.id); id !== undefined && superiors.every((one) => one.id !== id); id = above(id)) {
    const found = posts.find((one) => one.id === id);
    if (!found) break;
    superiors.push(found);
  }
  return superiors.filter(({ roles }) =>
    roles.some((role) => role === 'officer' || role === 'dealing_hand' || role === 'dispatcher'),
  );
}

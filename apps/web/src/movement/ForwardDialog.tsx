import { ACTIONS_ASKED, type ActionAsked, type FileView } from '@patravali/contract';
import { Button, Checkbox, Group, Modal, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useForwardFile } from './api';
import { ProblemError } from '../api/problem-error';
import { today } from '../language/dates';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/announcements';
import { useKeys } from '../keyboard/keys';
import { useSentence } from '../ui/use-refusal';
import { Kbd } from '../keyboard/Kbd';
import { DayField } from '../ui/DayField';
import { PostPicker } from '../organisation/PostPicker';
import { SuggestedPosts } from './SuggestedPosts';

interface Props {
  file: FileView;
  opened: boolean;
  onClose: () => void;
}

/** Sends the file on from the desk, without turning its pages: suggested posts are one key away. */
export function ForwardDialog({ file, opened, onClose }: Props) {
  const { t } = useTranslations();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('desk.forwardTitle', { number: file.number })}
      size={560}
      closeButtonProps={{ 'aria-label': t('page.close') }}
    >
      <ForwardForm file={file} onClose={onClose} />
    </Modal>
  );
}

function ForwardForm({ file, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslations();
  const [toPostId, setPost] = useState(file.suggestions[0]?.post.id ?? null);
  const [action, setAction] = useState<ActionAsked>('put_up');
  const [dueOn, setDue] = useState('');
  const [remarks, setRemarks] = useState('');
  const [confirmNote, setConfirm] = useState(false);
  const forward = useForwardFile();
  const sentence = useSentence();
  const yellow = file.pendingNote?.colour === 'yellow';
  const send = () => {
    if (toPostId === null || forward.isPending) return;
    const body = { toPostId, action, confirmNote, dueOn: dueOn || undefined, remarks: remarks.trim() || undefined };
    forward.mutate(
      { params: { fileId: file.id }, body, ifMatch: file.version },
      {
        onSuccess: () => {
          showSuccess(t('desk.forwarded', { number: file.number }));
          onClose();
        },
      },
    );
  };
  useKeys([{ key: 'ctrl+Enter', label: t('desk.send'), run: send, whileTyping: true, inDialog: true }]);
  const about = (pointer: string) => (forward.error instanceof ProblemError ? forward.error.about(pointer) : undefined);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <SuggestedPosts suggestions={file.suggestions} value={toPostId} onChange={setPost} />
      <PostPicker label={t('desk.to')} value={toPostId} onChange={setPost} error={about('/toPostId')} required />
      <Group grow mt="sm">
        <Select
          label={t('desk.actionAsked')}
          data={ACTIONS_ASKED.map((value) => ({ value, label: t(`action.${value}`) }))}
          value={action}
          onChange={(value) => value && setAction(value)}
          allowDeselect={false}
        />
        <DayField label={t('desk.dueOn')} min={today()} value={dueOn} onChange={setDue} error={about('/dueOn')} />
      </Group>
      <Textarea
        mt="sm"
        label={t('desk.remarksOptional')}
        autosize
        minRows={2}
        data-autofocus
        maxLength={2000}
        value={remarks}
        onChange={(event) => setRemarks(event.currentTarget.value)}
      />
      {yellow && (
        <Checkbox
          mt="sm"
          checked={confirmNote}
          onChange={(event) => setConfirm(event.currentTarget.checked)}
          label={t('desk.confirmNote')}
        />
      )}
      {forward.error && (
        <p role="alert" style={{ color: 'var(--stamp)' }}>
          {sentence(forward.error)}
        </p>
      )}
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('page.cancel')}
        </Button>
        <Button
          type="submit"
          loading={forward.isPending}
          disabled={toPostId === null}
          rightSection={<Kbd keys="ctrl+Enter" onAccent />}
        >
          {t('desk.send')}
        </Button>
      </Group>
    </form>
  );
}

import { type FileView, ForwardFile, type Named } from '@patravali/contract';
import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { Kbd } from '../../keyboard/Kbd';
import { useKeys } from '../../keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import { useSentence } from '../../ui/use-refusal';
import { ChannelNotices } from '../channel/ChannelNotices';
import { useForwardFile } from '../api';
import { useSent } from '../use-sent';
import { ForwardFields } from './ForwardFields';
import { isUnexplained, KeptLong } from './KeptLong';
import { firstSuggested, forwardRequest } from './use-forward-form';
import { useKeptForwardForm } from './use-kept-forward-form';

/** As many as there are digits. */
const SHOWN = 9;

interface ForwardDialogProps {
  file: Named<FileView>;
  onClose: () => void;
}

/** Sends the file on from the desk, without turning its pages: suggested posts are one key away. */
export function ForwardDialog({ file, onClose }: ForwardDialogProps) {
  const { t } = useTranslations();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('desk.forwardTitle', { number: file.number })}
      size={560}
      closeButtonProps={{ 'aria-label': t('page.close') }}
    >
      <ForwardFileForm file={file} onClose={onClose} />
    </Modal>
  );
}

function ForwardFileForm({ file, onClose }: ForwardDialogProps) {
  const { t } = useTranslations();
  const form = useKeptForwardForm(file, { schema: ForwardFile, initial: firstSuggested(file.suggestions) });
  const [confirmNote, setConfirm] = useState(false);
  const forward = useForwardFile();
  const sent = useSent();
  const sentence = useSentence();
  const yellow = file.pendingNote?.colour === 'yellow';
  const { to } = form.form.values;
  const send = () => {
    if (to === null || isUnexplained(file, form) || forward.isPending) return;
    const body = form.check({ ...forwardRequest(form.form.values), confirmNote });
    if (!body) return;
    forward.mutate(
      { params: { fileId: file.id }, body, ifMatch: file.version },
      {
        onError: (error) => form.refuse(error),
        onSuccess: () => {
          form.forget();
          sent(file, t('desk.forwarded', { number: file.number }));
          onClose();
        },
      },
    );
  };
  const layAside = () => {
    form.forget();
    onClose();
  };
  useKeys([{ key: 'ctrl+Enter', label: t('desk.send'), run: send, whileTyping: true, inDialog: true }]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ForwardFields
        form={form}
        postLabel={t('desk.to')}
        suggestions={file.suggestions.slice(0, SHOWN)}
        required
        focus="remarks"
      />
      <ChannelNotices file={file} to={to} reasoned={form.form.values.remarks !== ''} />
      <KeptLong file={file} form={form} />
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
        <Button variant="default" onClick={layAside}>
          {t('page.cancel')}
        </Button>
        <Button
          type="submit"
          loading={forward.isPending}
          disabled={to === null || isUnexplained(file, form)}
          rightSection={<Kbd keys="ctrl+Enter" onAccent />}
        >
          {t('desk.send')}
        </Button>
      </Group>
    </form>
  );
}

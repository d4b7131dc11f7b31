import { type FileView, ForwardFile, type Named } from '@patravali/contract';
import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { useRef, useState } from 'react';
import { useCommand } from '../../api/use-command';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import { useTranslations } from '../../language/use-translations';
import { useSignFirst, wantsSignature } from '../../notes/signing/use-sign-first';
import { isGivenUp } from '../../ui/notices/use-refusal';
import { ChannelNotices } from '../channel/ChannelNotices';
import { useSent } from '../use-sent';
import { ForwardFields } from './ForwardFields';
import { isUnexplained, KeptLong } from './KeptLong';
import { firstSuggested, forwardRequest } from './use-forward-form';
import { focusMissing } from '../../ui/forms/focus-missing';
import { RefusalLine } from '../../ui/notices/RefusalLine';
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
  const { t } = useTranslations('sending');
  const form = useKeptForwardForm(file, { schema: ForwardFile, initial: firstSuggested(file.suggestions) });
  const [confirmNote, setConfirm] = useState(false);
  const forward = useCommand('forwardFile');
  const { sign, dialog: signing } = useSignFirst(file.id);
  const sent = useSent();
  const yellow = file.pendingNote?.colour === 'yellow';
  const { to } = form.form.values;
  const fields = useRef<HTMLFormElement>(null);
  const [isPressed, press] = useState(false);
  const unexplained = isUnexplained(file, form) ? t('file.delayFirst') : null;
  const missing = to === null ? t('file.postFirst') : unexplained;
  const send = () => {
    if (forward.isPending || signing) return;
    press(missing !== null);
    if (missing !== null) {
      focusMissing(fields.current);
      return;
    }
    const body = form.check({ ...forwardRequest(form.form.values), confirmNote });
    if (body) void forwardSigned(body).catch(refuse);
  };
  const forwardSigned = async (body: ForwardFile) => {
    const note = file.pendingNote;
    const signs = note !== null && (!yellow || confirmNote) && wantsSignature(file);
    if (signs) await sign(note.version);
    // Signing a note opens the file, which gives it another version than is seen here.
    await forward.mutateAsync({ params: { fileId: file.id }, body, ...(!signs && { ifMatch: file.version }) });
    form.forget();
    sent(file, t('desk.forwarded', { number: file.number }));
    onClose();
  };
  const refuse = (error: unknown) => {
    if (!isGivenUp(error)) form.refuse(error);
  };
  const layAside = () => {
    form.forget();
    onClose();
  };
  return (
    <form
      ref={fields}
      noValidate
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
      {signing}
      {isPressed && missing !== null && <p role="alert">{missing}</p>}
      <RefusalLine error={forward.error} style={{ color: 'var(--stamp)' }} />
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={layAside}>
          {t('page.cancel')}
        </Button>
        <KeyButton
          keys="ctrl+Enter"
          label={t('desk.send')}
          type="submit"
          loading={forward.isPending}
          whileTyping
          inDialog
        />
      </Group>
    </form>
  );
}

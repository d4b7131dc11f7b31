import { ForwardFile } from '@patravali/contract';
import { useFile } from '../../custody/api';
import { useTranslations } from '../../language/use-translations';
import { ForwardFields } from '../../movement/forward/ForwardFields';
import { firstSuggested, forwardRequest, useForwardForm } from '../../movement/forward/use-forward-form';
import { FormDialog } from '../../ui/FormDialog';
import { type Act, refusedOf, useBulkAct, useCheck } from './api';
import { Foretold, possible } from './Foretold';
import type { BulkDialogProps } from './ActDialog';
import { useSentTogether } from './use-sent-together';

const WIDTH = 640;
/** To the check it matters whether there are remarks, and not what they say: it is not asked anew with every letter. */
const SOME_REMARKS = '…';

/** Sends the files to one post. Whom to suggest is taken from the first of them. */
export function ForwardFilesDialog(props: BulkDialogProps) {
  const [first] = props.files;
  const { data: file } = useFile(first?.id ?? '');
  if (!file) return null;
  // Who sent this one file did not send them all.
  const suggestions = file.suggestions.filter(({ why }) => why !== 'sender');
  return <ForwardFilesForm {...props} suggestions={suggestions} />;
}

type Suggestions = NonNullable<Parameters<typeof ForwardFields>[0]['suggestions']>;

function ForwardFilesForm({ files, suggestions, onDone, onClose }: BulkDialogProps & { suggestions: Suggestions }) {
  const { t } = useTranslations();
  const form = useForwardForm({ schema: ForwardFile, initial: firstSuggested(suggestions) });
  const { to } = form.form.values;
  const fileIds = files.map(({ id }) => id);
  const forward = useBulkAct();
  const sent = useSentTogether();
  const request = forwardRequest(form.form.values);
  const asked = { ...request, remarks: request.remarks && SOME_REMARKS };
  const check = useCheck(fileIds, asked.toPostId === undefined ? null : actOf({ ...asked, toPostId: asked.toPostId }));
  const submit = () => {
    const body = form.check({ ...forwardRequest(form.form.values), confirmNote: false });
    if (!body) return;
    // Also when all have left the list, and this dialog with them, before the answer is here.
    forward.mutateAsync({ body: { fileIds, act: actOf(body) } }).then((answer) => {
      const refused = refusedOf(answer);
      const gone = files.filter(({ id }) => !refused.has(id));
      if (gone.length > 0) sent(gone, to?.marking ?? '');
      onDone(refused);
    }, form.refuse);
  };
  return (
    <FormDialog
      title={t('bulk.forwardTitle', { count: files.length })}
      act={t('desk.send')}
      size={WIDTH}
      pending={forward.isPending}
      incomplete={to === null || (check.data !== undefined && possible(files, check.data) === 0)}
      error={forward.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <ForwardFields form={form} postLabel={t('desk.to')} suggestions={suggestions} required focus="remarks" />
      <p className="soft small">{t('bulk.signsAlone')}</p>
      <Foretold files={files} check={check} />
    </FormDialog>
  );
}

/** What is not said is left out, so that the same act is asked for in the same words. */
function actOf({ toPostId, action, urgency, dueOn, remarks }: Omit<ForwardFile, 'confirmNote'>): Act {
  const said = Object.entries({ action, urgency, dueOn, remarks }).filter(([, value]) => value !== undefined);
  return { kind: 'forward', toPostId, ...Object.fromEntries(said) };
}

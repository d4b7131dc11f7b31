import { ForwardFile } from '@patravali/contract';
import { useFile } from '../custody/api';
import { useTranslations } from '../language/use-translations';
import { ForwardFields } from '../movement/forward/ForwardFields';
import { firstSuggested, forwardRequest, useForwardForm } from '../movement/forward/use-forward-form';
import { ActDialog, type BulkDialogProps } from './ActDialog';
import type { RequestedAct } from './api';
import { SOME_REMARKS } from './some-remarks';
import { useSentTogether } from './use-sent-together';

const WIDTH = 640;

/** Sends the files to one post. Whom to suggest is taken from the first of them. */
export function ForwardFilesDialog(props: BulkDialogProps) {
  const [first] = props.things;
  const { data: file } = useFile(first?.id ?? '');
  if (!file) return null;
  // Who sent this one file did not send them all.
  const suggestions = file.suggestions.filter(({ why }) => why !== 'sender');
  return <ForwardFilesForm {...props} suggestions={suggestions} />;
}

type Suggestions = NonNullable<Parameters<typeof ForwardFields>[0]['suggestions']>;

function ForwardFilesForm({ suggestions, ...props }: BulkDialogProps & { suggestions: Suggestions }) {
  const { t, marking } = useTranslations('bulk');
  const form = useForwardForm({ schema: ForwardFile, initial: firstSuggested(suggestions) });
  const sent = useSentTogether('files');
  const request = forwardRequest(form.form.values);
  return (
    <ActDialog
      {...props}
      title={t('bulk.files.forwardTitle', { count: props.things.length })}
      button={t('desk.send')}
      size={WIDTH}
      asked={asking(request)}
      previewed={asking({ ...request, remarks: request.remarks && SOME_REMARKS })}
      check={() => form.check({ ...request, confirmNote: false }) !== null}
      refuse={form.refuse}
      tell={(done) => sent(done, marking(form.form.values.to))}
    >
      <ForwardFields form={form} postLabel={t('desk.to')} suggestions={suggestions} required focus="remarks" />
      <p className="soft small">{t('bulk.signsAlone')}</p>
    </ActDialog>
  );
}

/** What is not said is left out, so that the same act is asked for in the same words. */
function asking({ toPostId, action, urgency, dueOn, remarks }: ReturnType<typeof forwardRequest>): RequestedAct | null {
  if (toPostId === undefined) return null;
  const said = Object.entries({ action, urgency, dueOn, remarks }).filter(([, value]) => value !== undefined);
  return { of: 'files', act: { kind: 'forward', toPostId, ...Object.fromEntries(said) } };
}

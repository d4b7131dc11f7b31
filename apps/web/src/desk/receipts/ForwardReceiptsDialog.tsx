import { ForwardReceipt } from '@patravali/contract';
import { MarkTo } from '../../dak/moves/MarkTo';
import { useTranslations } from '../../language/use-translations';
import { markRequest, useForwardForm } from '../../movement/forward/use-forward-form';
import { ActDialog, type BulkDialogProps } from '../../bulk/ActDialog';
import type { RequestedAct } from '../../bulk/api';
import { SOME_REMARKS } from '../../bulk/some-remarks';
import { useSentTogether } from '../../bulk/use-sent-together';

const WIDTH = 640;

/** Marks the receipts to one post, with the same copies for each. */
export function ForwardReceiptsDialog(props: BulkDialogProps) {
  const { t, marking } = useTranslations('bulk');
  const form = useForwardForm({ schema: ForwardReceipt });
  const sent = useSentTogether('receipts');
  const request = markRequest(form.form.values);
  return (
    <ActDialog
      {...props}
      title={t('bulk.receipts.forwardTitle', { count: props.things.length })}
      button={t('desk.send')}
      size={WIDTH}
      asked={asking(request)}
      previewed={asking({ ...request, remarks: request.remarks && SOME_REMARKS })}
      check={() => form.check(request) !== null}
      refuse={form.refuse}
      tell={(done) => sent(done, marking(form.form.values.to))}
    >
      <MarkTo form={form} focusPost />
    </ActDialog>
  );
}

function asking({ toPostId, ...said }: ReturnType<typeof markRequest>): RequestedAct | null {
  return toPostId === undefined ? null : { of: 'receipts', act: { kind: 'forward', toPostId, ...said } };
}

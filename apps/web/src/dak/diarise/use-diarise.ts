import { type Cover, CreateReceipt, ForwardReceipt } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import type { Uploading } from '../../documents/use-upload';
import { useTranslations } from '../../language/use-translations';
import { type ForwardValues, markRequest, useForwardForm } from '../../movement/forward/use-forward-form';
import { announce, showSuccess } from '../../ui/notices/announcements';
import { KeptValues } from '../../ui/forms/kept-values';
import { useContractForm } from '../../ui/forms/use-contract-form';
import { useReceiptSent } from '../moves/use-receipt-sent';
import { copyOf, type DiaryEntry, emptyEntry, PUT_IN_FILE, receiptRequest } from './diary-entry';

/** A letter that is not marked yet needs no post; what else was typed beside it must be readable all the same. */
const NOT_YET_MARKED = ForwardReceipt.partial({ toPostId: true });

/** `send` also marks the letter to a post, `file` goes on to put it in one; `copy` keeps the fields for the next letter. */
export type Finish = 'generate' | 'send' | 'file' | 'copy';

const KEPT = new KeptValues<DiaryEntry>('diary');
const KEPT_MARK = new KeptValues<Partial<ForwardValues>>('diary-mark');

/** The diary entry in the making, kept in this tab until it is sent. */
export function useDiarise({ upload, clear }: Uploading, cover: Cover | null) {
  const { t, diaryNumber } = useTranslations('receipt-moves');
  const navigate = useNavigate();
  const [kept] = useState(() => ({ entry: KEPT.over(emptyEntry()), mark: KEPT_MARK.over({}) }));
  const diary = useContractForm({
    schema: CreateReceipt,
    initialValues: kept.entry,
    onValuesChange: (values) => KEPT.keep(values),
  });
  const mark = useForwardForm({
    schema: ForwardReceipt,
    initial: kept.mark,
    onValuesChange: (values) => KEPT_MARK.keep(values),
  });
  const create = useCommand('createReceipt');
  const sent = useReceiptSent();
  const documentId = upload.state === 'stored' ? upload.document.id : null;
  const entry = diary.form.values;
  const isMarked = mark.form.values.to !== null;
  const letter = cover !== null ? { cover } : documentId !== null ? { documentId } : null;
  const isComplete = letter !== null && entry.subject.trim() !== '' && entry.senderName.trim() !== '';

  const request = (how: Finish) => {
    if (letter === null) return null;
    const marking = markRequest(mark.form.values);
    const body = diary.check(receiptRequest(entry, letter));
    if (how !== 'send') return mark.checkBy(NOT_YET_MARKED, marking) && body;
    const forward = mark.check(marking);
    return forward && body && { ...body, forward };
  };
  const finished = (how: Finish, id: string) => {
    clear();
    if (how === 'copy') {
      diary.form.setValues(copyOf(entry));
      announce(t('receipts.nextLetter'));
      return;
    }
    KEPT.drop();
    KEPT_MARK.drop();
    if (how === 'send') void navigate({ to: '/desk/$box', params: { box: 'receipts' }, search: {} });
    else {
      const hash = how === 'file' ? PUT_IN_FILE : '';
      void navigate({ to: '/receipts/$receiptId', params: { receiptId: id }, hash });
    }
  };
  const finish = (how: Finish) => {
    if (!isComplete || create.isPending || (how === 'send' && !isMarked)) return;
    const body = request(how);
    if (!body) return;
    create.mutate(
      { body },
      {
        onError: (error) => {
          diary.refuse(error);
          mark.refuse(error, 'forward');
        },
        onSuccess: (receipt) => {
          const number = diaryNumber(receipt);
          if (how === 'send') sent(receipt, t('receipts.createdAndSent', { number }));
          else showSuccess(t('receipts.created', { number }));
          finished(how, receipt.id);
        },
      },
    );
  };
  return {
    diary: diary.form,
    mark,
    isComplete,
    isMarked,
    isPending: create.isPending,
    error: create.error,
    finish,
  };
}

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/announcements';
import { isUnderWay, myPdfsQuery } from './api';
import { notePdfsUnderWay, usePdfsUnderWay } from './pdfs-under-way';

/** Wherever the person is: says when a PDF is ready that was asked for, or that none will come of it. */
export function PdfsUnderWay() {
  const { t } = useTranslations();
  const { data } = useQuery({ ...myPdfsQuery(), enabled: usePdfsUnderWay() });
  const before = useRef(new Set<string>());
  useEffect(() => {
    if (!data) return;
    for (const pdf of data.items) {
      if (!before.current.has(pdf.id) || isUnderWay(pdf)) continue;
      if (pdf.state === 'ready') showSuccess(t('pdfs.isReady', { number: pdf.fileNumber }));
      if (pdf.state === 'failed') showSuccess(t('pdfs.isNot', { number: pdf.fileNumber }));
    }
    before.current = new Set(data.items.filter(isUnderWay).map(({ id }) => id));
    if (before.current.size === 0) notePdfsUnderWay(false);
  }, [data, t]);
  return null;
}

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { isUnderWay, myPdfsQuery } from './api';
import { notePdfsUnderWay, usePdfsUnderWay } from '../evidence/pdfs-under-way';

const OF_BUNDLE = ['pdfs.bundleReady', 'pdfs.bundleIsNot'] as const;
const SAID = { pdf: ['pdfs.isReady', 'pdfs.isNot'], bundle: OF_BUNDLE, rti_bundle: OF_BUNDLE } as const;

/** Wherever the person is: says when a PDF is ready that was asked for, or that none will come of it. */
export function PdfsUnderWay() {
  const { t } = useTranslations();
  const { data } = useQuery({ ...myPdfsQuery(), enabled: usePdfsUnderWay() });
  const before = useRef(new Set<string>());
  useEffect(() => {
    if (!data) return;
    for (const pdf of data.items) {
      if (!before.current.has(pdf.id) || isUnderWay(pdf)) continue;
      const [ready, failed] = SAID[pdf.form];
      if (pdf.state === 'ready') showSuccess(t(ready, { number: pdf.issueNumber ?? pdf.fileNumber }));
      if (pdf.state === 'failed') showSuccess(t(failed, { number: pdf.issueNumber ?? pdf.fileNumber }));
    }
    before.current = new Set(data.items.filter(isUnderWay).map(({ id }) => id));
    if (before.current.size === 0) notePdfsUnderWay(false);
  }, [data, t]);
  return null;
}

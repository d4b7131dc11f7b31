import type { Named, TimelineLine } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import classes from './Timeline.module.css';

/** What an auditor looks out for on this line, and what it says of it. */
export function LineMarks({ line }: { line: Named<TimelineLine> }) {
  const { t } = useTranslations('timeline');
  if (line.marks.length === 0) return null;
  return (
    <>
      <div className={classes.marks}>
        {line.marks.map((mark) => (
          <span key={mark} className={classes.mark}>
            {t(`timeline.mark.${mark}`)}
          </span>
        ))}
      </div>
      <WhatIsMarked line={line} />
    </>
  );
}

function WhatIsMarked({ line: { marks, silentDays, movement, backDated } }: { line: Named<TimelineLine> }) {
  const { t, registerDay, marking } = useTranslations('timeline');
  const jumped = movement?.jumped ?? [];
  const said = [
    ...(marks.includes('gap') && silentDays !== null ? [t('timeline.silent', { count: silentDays })] : []),
    ...(jumped.length > 0 ? [t('timeline.jumped', { post: jumped.map(marking).join(', ') })] : []),
    ...(backDated === null
      ? []
      : [
          t('timeline.dates', {
            letter: backDated.letterDate === null ? t('timeline.undated') : registerDay(backDated.letterDate),
            received: registerDay(backDated.receivedOn),
            registered: registerDay(backDated.registeredOn),
          }),
          t('timeline.late', { count: backDated.days }),
        ]),
  ];
  return (
    <>
      {said.map((sentence) => (
        <div key={sentence} className="soft small">
          {sentence}
        </div>
      ))}
    </>
  );
}

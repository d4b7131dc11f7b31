import type { Named, TimelineLine } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import classes from './Timeline.module.css';
import { useTimelineWords } from './use-timeline-words';

/** What an auditor looks out for on this line, and what it says of it. */
export function LineMarks({ line }: { line: Named<TimelineLine> }) {
  const say = useTimelineWords();
  if (line.marks.length === 0) return null;
  return (
    <>
      <div className={classes.marks}>
        {line.marks.map((mark) => (
          <span key={mark} className={classes.mark}>
            {say(`timeline.mark.${mark}`)}
          </span>
        ))}
      </div>
      <WhatIsMarked line={line} />
    </>
  );
}

function WhatIsMarked({ line: { marks, silentDays, movement, backDated } }: { line: Named<TimelineLine> }) {
  const { registerDay } = useTranslations();
  const say = useTimelineWords();
  const jumped = movement?.jumped ?? [];
  const said = [
    ...(marks.includes('gap') && silentDays !== null ? [say('timeline.silent', { count: silentDays })] : []),
    ...(jumped.length > 0 ? [say('timeline.jumped', { post: jumped.map(({ marking }) => marking).join(', ') })] : []),
    ...(backDated === null
      ? []
      : [
          say('timeline.dates', {
            letter: backDated.letterDate === null ? say('timeline.undated') : registerDay(backDated.letterDate),
            received: registerDay(backDated.receivedOn),
            registered: registerDay(backDated.registeredOn),
          }),
          say('timeline.late', { count: backDated.days }),
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

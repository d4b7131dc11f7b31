import { Button } from '@mantine/core';
import { ClauseSelect } from './ClauseSelect';
import classes from './redaction.module.css';
import type { Marks } from './use-marks';
import { useWords } from './use-words';

/** Each mark with its clause, in the order in which they were made. */
export function MarkList({ marks, pageInWords }: { marks: Marks; pageInWords: (page: number) => string }) {
  const say = useWords();
  if (marks.marks.length === 0) return <p className="soft">{say('noMarks')}</p>;
  return (
    <ul className={classes.list}>
      {marks.marks.map(({ key, page, area, clause }, index) => (
        <li key={key} className={classes.mark}>
          <span className={classes.where}>{say(area ? 'passageOn' : 'allOf', { place: pageInWords(page) })}</span>
          <ClauseSelect
            value={clause}
            onChange={(under) => marks.name(key, under)}
            label={say('clauseOf', { place: index + 1 })}
            hidesLabel
          />
          <Button
            variant="subtle"
            size="xs"
            aria-label={say('removeThat', { place: index + 1 })}
            onClick={() => marks.remove(key)}
          >
            {say('remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

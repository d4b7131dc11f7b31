import type { StructuredText } from '@patravali/contract';
import { Button, Group, Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { mergedText, placesOf, TAKEN, type Taken } from './merge';
import classes from './merging.module.css';
import { BothHave, DifferentBlocks, DifferentFact, type Fact } from './Differences';

interface TextsSideBySideProps {
  mine: StructuredText;
  theirs: StructuredText;
  /** In what else the two differ, in words. */
  facts: readonly Fact[];
  /** Goes on with what was chosen: the text, and of which facts the other's were taken. */
  onSettle: (text: StructuredText, taken: readonly string[]) => void;
}

/** Two texts block by block, as they look on the sheet; of each difference one takes either, or both. */
export function TextsSideBySide({ mine, theirs, facts, onSettle }: TextsSideBySideProps) {
  const { t } = useTranslations();
  const places = useMemo(() => placesOf({ mine, theirs }), [mine, theirs]);
  const [taken, setTaken] = useState<readonly (Taken | undefined)[]>([]);
  const [factsTaken, setFactsTaken] = useState<readonly string[]>([]);
  const take = (index: number, choice: Taken) =>
    setTaken(places.map((_, place) => (place === index ? choice : taken[place])));
  const takeFact = (id: string, isTaken: boolean) =>
    setFactsTaken((known) => [...known.filter((one) => one !== id), ...(isTaken ? [id] : [])]);
  const takeAll = (choice: Taken) => {
    setTaken(places.map(() => choice));
    if (choice !== 'both') setFactsTaken(choice === 'theirs' ? facts.map(({ id }) => id) : []);
  };
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} size={940} title={t('note.staleTitle')}>
      <p className={classes.why}>{t('note.staleWhy')}</p>
      <Group gap={6}>
        {TAKEN.map((choice) => (
          <Button key={choice} variant="default" size="compact-sm" onClick={() => takeAll(choice)}>
            {t(`note.takeAll.${choice}`)}
          </Button>
        ))}
      </Group>
      <div className={classes.places}>
        <p className="eyebrow">{t('note.theirs')}</p>
        <p className="eyebrow">{t('note.mine')}</p>
        {facts.map((fact) => (
          <DifferentFact key={fact.id} fact={fact} taken={factsTaken.includes(fact.id)} onTake={takeFact} />
        ))}
        {places.map((place, index) =>
          place.same ? (
            <BothHave key={index} block={place.mine} />
          ) : (
            <DifferentBlocks
              key={index}
              number={index + 1}
              place={place}
              taken={taken[index] ?? 'both'}
              onTake={(choice) => take(index, choice)}
            />
          ),
        )}
      </div>
      <Group justify="flex-end" className={classes.foot ?? ''}>
        <Button onClick={() => onSettle(mergedText(places, taken), factsTaken)}>{t('note.goOn')}</Button>
      </Group>
    </Modal>
  );
}

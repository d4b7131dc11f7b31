import type { Block, Words } from '@patravali/contract';
import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from '../../language/use-translations';
import { InlineText } from '../sheet/text/InlineText';
import { TextBlock } from '../sheet/text/TextBlock';
import { type BlockPair, TAKEN, type Taken } from './merge';
import classes from './merging.module.css';

/** What is said beside the text: of which kind the note is, to whom the letter goes. */
export interface Fact {
  readonly id: string;
  readonly name: string;
  readonly theirs: string;
  readonly mine: string;
}

interface DifferentFactProps {
  fact: Fact;
  /** Whether the other's is taken. */
  taken: boolean;
  onTake: (id: string, taken: boolean) => void;
}

export function DifferentFact({ fact: { id, name, theirs, mine }, taken, onTake }: DifferentFactProps) {
  const { t } = useTranslations();
  const said = (words: string) => (
    <p className={classes.fact}>
      <strong>{name}:</strong> <span className={classes.lines}>{words}</span>
    </p>
  );
  return (
    <>
      <Side of="theirs" taken={taken}>
        {said(theirs)}
      </Side>
      <Side of="mine" taken={!taken}>
        {said(mine)}
      </Side>
      <Choice
        name={name}
        value={taken ? 'theirs' : 'mine'}
        options={['theirs', 'mine']}
        labelOf={(choice) => t(`note.take.${choice}`)}
        onChoose={(choice) => onTake(id, choice === 'theirs')}
      />
    </>
  );
}

interface DifferentBlocksProps {
  number: number;
  place: BlockPair;
  taken: Taken;
  onTake: (choice: Taken) => void;
}

export function DifferentBlocks({ number, place: { theirs, mine }, taken, onTake }: DifferentBlocksProps) {
  const { t } = useTranslations();
  const name = t('note.difference', { place: String(number) });
  const isTaken = (side: Taken) => taken === side || taken === 'both';
  return (
    <>
      <Side of="theirs" taken={isTaken('theirs')}>
        {theirs && <ShownBlock block={theirs} />}
      </Side>
      <Side of="mine" taken={isTaken('mine')}>
        {mine && <ShownBlock block={mine} />}
      </Side>
      {theirs && mine ? (
        <Choice name={name} value={taken} options={TAKEN} labelOf={(one) => t(`note.take.${one}`)} onChoose={onTake} />
      ) : (
        <Choice
          name={name}
          value={isTaken(theirs ? 'theirs' : 'mine') ? 'both' : 'none'}
          options={['both', 'none']}
          labelOf={(one) => t(one === 'both' ? 'note.keepBlock' : 'note.leaveBlock')}
          onChoose={(one) => onTake(one === 'both' ? 'both' : theirs ? 'mine' : 'theirs')}
        />
      )}
    </>
  );
}

/** What both texts have there is shown once. */
export function BothHave({ block }: { block: Block | null }) {
  return <div className={classes.same}>{block && <ShownBlock block={block} />}</div>;
}

/** What one of the two says there, which may be nothing. */
function Side({ of, taken, children }: { of: 'theirs' | 'mine'; taken: boolean; children: ReactNode }) {
  const { t } = useTranslations();
  return (
    <div
      className={classes.side}
      data-missing={children === null || undefined}
      data-left-out={(children !== null && !taken) || undefined}
    >
      <span className={`eyebrow ${classes.sideName ?? ''}`}>{t(`note.${of}`)}</span>
      {children ?? t('note.notThere')}
    </div>
  );
}

interface ChoiceProps<Option extends string> {
  name: string;
  value: Option;
  options: readonly Option[];
  labelOf: (option: Option) => string;
  onChoose: (option: Option) => void;
}

function Choice<Option extends string>({ name, value, options, labelOf, onChoose }: ChoiceProps<Option>) {
  return (
    <SegmentedControl
      size="xs"
      className={classes.choice ?? ''}
      aria-label={name}
      value={value}
      onChange={(chosen) => options.filter((option) => option === chosen).forEach((option) => onChoose(option))}
      data={options.map((option) => ({ value: option, label: labelOf(option) }))}
    />
  );
}

/** As on the sheet; that a paragraph has no number is said, for its number is given only there. */
function ShownBlock({ block }: { block: Block }) {
  const { t } = useTranslations();
  if (block.type !== 'paragraph') return <TextBlock block={block} show={(words) => <ShownWords words={words} />} />;
  return (
    <p className={classes.paragraph}>
      {block.numbered === false && <span className="soft small">({t('note.unnumbered')}) </span>}
      <ShownWords words={block} />
    </p>
  );
}

function ShownWords({ words }: { words: Words }) {
  return words.children.map((inline, index) =>
    inline.type === 'reference' ? <u key={index}>{inline.label}</u> : <InlineText key={index} inline={inline} />,
  );
}

import { compareChecks } from '../../support/checked/checked-acts';
import { useOffice } from '../../support/office/office';
import { runs } from '../../support/run/runs';

/** Ten thousand in the long tier. */
const PAIRS = runs(2_500);

/** What is drawn often enough to be met in every run: else little would be compared. */
const MET = [
  'day-too-early',
  'due-date-closed',
  'due-date-past',
  'first-note-needs-words',
  'illegal-receipt-move',
  'nobody-consulted',
  'not-allowed',
  'not-found',
  'to-oneself',
];

describe('random acts on several files or receipts', () => {
  const office = useOffice({ holds: 'section' });

  it(
    `are refused as their check said beforehand, word for word: ${PAIRS} pairs of an item and an act`,
    async () => {
      const { pairs, done, refusals } = await compareChecks(office(), PAIRS);
      process.stdout.write(`${pairs} pairs, ${done} acts done; refused: ${JSON.stringify(refusals)}\n`);
      expect(pairs).toBeGreaterThanOrEqual(PAIRS);
      expect(Object.keys(refusals)).toEqual(expect.arrayContaining(MET));
    },
    runs(120_000),
  );
});

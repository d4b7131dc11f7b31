import type { ChainName } from './matters';

/** A post and who acts from it, as the story names both. */
export interface Desk {
  readonly post: string;
  /** Who acts there at that time: from the first day of a leave the link officer does. */
  readonly by: (at: Date) => string;
}

/** Through whose hands a file goes: the clerks who deal with it, their officer, and those above, the head of office last. */
export interface Chain {
  readonly clerks: readonly Desk[];
  readonly officer: Desk;
  readonly above: readonly Desk[];
}

const desk = (person: string, post: string, several = false): Desk => ({
  post,
  by: () => (several ? `${person} ${post}` : person),
});

export const DIARY = desk('ramesh', 'CR(DIARY)');
export const DISPATCHER = desk('lata', 'CR(DISP)');

/** The chains of the demo office, whose Joint Director, Prosecution, is on leave from that time on. */
export function chainsOf(leave: Date): Readonly<Record<ChainName, Chain>> {
  const head = desk('nandita', 'COMM');
  const administration = desk('arvind', 'ADDL-COMM(ADM)');
  const chief = desk('mahesh', 'CAO', true);
  const prosecution = { post: 'JD(PROS)', by: (at: Date) => (at < leave ? 'alok' : 'mahesh JD(PROS)') };
  return {
    establishment: {
      clerks: [desk('vinod', 'HA(EST)'), desk('pooja', 'SA(EST)')],
      officer: desk('sunita', 'AO(EST)', true),
      above: [chief, administration, head],
    },
    general: {
      clerks: [desk('imran', 'SA(GEN)')],
      officer: desk('sunita', 'AO(GEN)', true),
      above: [chief, administration, head],
    },
    revenue: { clerks: [desk('harish', 'HA(REV)')], officer: desk('radhika', 'ADDL-COMM(JUD)'), above: [head] },
    accounts: { clerks: [desk('meena', 'ACCT')], officer: chief, above: [administration, head] },
    welfare: { clerks: [desk('dinesh', 'SA(SW)')], officer: desk('kavita', 'DD(SW)'), above: [administration, head] },
    development: { clerks: [desk('farah', 'HA(DEV)')], officer: desk('rehana', 'JDC'), above: [head] },
    prosecution: { clerks: [desk('ashok', 'SA(PROS)')], officer: prosecution, above: [administration, head] },
  };
}

/** The officers of a chain, from that of the section up to the one of that post. */
export function officersUpTo({ officer, above }: Chain, post = officer.post): readonly Desk[] {
  const officers = [officer, ...above];
  const place = officers.findIndex((one) => one.post === post);
  if (place < 0) throw new Error(`The demo has no ${post} above ${officer.post}`);
  return officers.slice(0, place + 1);
}

/** The words of the office at which a newcomer stumbles; what they mean stands in `help.json`. */
export const HELP_WORDS = ['yellow', 'green', 'puc', 'dfa', 'channel', 'callBook', 'part', 'volume'] as const;
export type HelpWord = (typeof HELP_WORDS)[number];

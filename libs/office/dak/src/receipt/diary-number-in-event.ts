import type { Diarised } from '@patravali/contract';

/** What an event tells of the diary number: as it is read in Hindi only where it reads otherwise there. */
export const diaryNumberInEvent = ({ diaryNumber, diaryNumberHi }: Diarised) => ({
  diaryNumber,
  ...(diaryNumberHi === null ? {} : { diaryNumberHi }),
});

import type { IssueView, Named } from '@patravali/contract';

/** To whom the letter was written, of whom no answer has come; who is not to be sent it is not asked. */
export function silentOf({ sendings, answers }: Pick<Named<IssueView>, 'sendings' | 'answers'>) {
  const isAnswered = (recipient: number) => answers.some((answer) => (answer.recipient ?? recipient) === recipient);
  return sendings.filter(
    ({ recipient, asCopy, notToBeSent }) => !asCopy && notToBeSent === null && !isAnswered(recipient),
  );
}

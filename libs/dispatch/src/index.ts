export { Dispatch, Issue, IssueRecipient } from './dispatch.entities';

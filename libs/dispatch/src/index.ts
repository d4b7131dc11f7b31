export { Dispatch, Issue, IssueRecipient } from './dispatch.entities';
export { ISSUE_SOURCE, issueAbilities, issueFilter } from './issue-abilities';

/** Things of an office whose events are looked at, all of each. */
export interface Subjects {
  readonly organisationId: string;
  readonly subjectIds: readonly string[];
}

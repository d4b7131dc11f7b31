export { GetChecklist } from './checklist/get-checklist';
export { ListConnections } from './connections/list-connections';
export { TestConnection } from './connections/test-connection';
export { OfficeCondition, type Condition, type KnownCondition } from './condition/office-condition';
export { recentCrashes } from './troubles/crashes';
export { ListTroubles } from './troubles/list-troubles';
export { TELL_TROUBLES, TellTroubles } from './troubles/tell-troubles';
export { troublesOf } from './troubles/troubles';
export { UpkeepModule } from './upkeep.module';

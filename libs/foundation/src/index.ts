export { AREA_RULES, ASSISTANT_RULES, rulesFor } from './area-rules';
export { FoundationModule } from './foundation.module';
export { LineLogger, type LineOptions } from './line-logger';
export { AREAS, OfficeModule } from './office.module';

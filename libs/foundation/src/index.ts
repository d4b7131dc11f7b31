export { AREA_RULES } from './area-rules';
export { FoundationModule } from './foundation.module';
export { OfficeModule } from './office.module';

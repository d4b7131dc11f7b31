export { FoundationModule } from './foundation.module';

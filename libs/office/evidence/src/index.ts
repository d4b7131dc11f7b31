export { EvidenceModule } from './evidence.module';
export { MakeBundle } from './make-bundle';

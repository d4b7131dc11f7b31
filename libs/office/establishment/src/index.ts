export * from './commands';
export { EstablishmentModule } from './establishment.module';

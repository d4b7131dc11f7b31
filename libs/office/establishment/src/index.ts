export * from './commands';
export { MAKE_CHARGE_CERTIFICATE, MAKE_LATE_CERTIFICATES } from './charge/certificate-jobs';
export { ChargeHandover } from './charge/charge-handover.entity';
export { MakeCertificate } from './charge/make-certificate';
export { EstablishmentModule } from './establishment.module';

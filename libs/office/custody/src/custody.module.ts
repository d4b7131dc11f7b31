import { Module } from '@nestjs/common';
import { ListMovements } from './register/list-movements';

@Module({ providers: [ListMovements], exports: [ListMovements] })
export class CustodyModule {}

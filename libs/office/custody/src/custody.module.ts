import { Module } from '@nestjs/common';
import { LevelFiguresQuery } from './channel/level-figures';
import { ListMovements } from './register/list-movements';

@Module({ providers: [LevelFiguresQuery, ListMovements], exports: [LevelFiguresQuery, ListMovements] })
export class CustodyModule {}

import { Module } from '@nestjs/common';
import { CreateReceipt } from './create-receipt';
import { DownloadDiary } from './download-diary';
import { FlagCorrespondence } from './flag-correspondence';
import { ForwardReceipt } from './forward-receipt';
import { ListCorrespondence } from './list-correspondence';
import { OpenReceipt } from './open-receipt';
import { PutReceiptInFile } from './put-receipt-in-file';
import { ReceiptLists } from './receipt-lists';
import { ReceiptViewQuery } from './receipt-view';

const COMMANDS = [CreateReceipt, FlagCorrespondence, ForwardReceipt, OpenReceipt, PutReceiptInFile];
const QUERIES = [DownloadDiary, ListCorrespondence, ReceiptLists, ReceiptViewQuery];

@Module({ providers: [...COMMANDS, ...QUERIES], exports: [...COMMANDS, ...QUERIES] })
export class CorrespondenceModule {}

import { Module } from '@nestjs/common';
import { DispatchIssue } from './dispatch-issue';
import { DownloadDispatchRegister } from './download-dispatch-register';
import { IssueLists } from './issue-lists';
import { IssueViewQuery } from './issue-view';
import { OfficeMail } from './office-mail';
import { SendDispatchMail } from './send-dispatch-mail';

const COMMANDS = [DispatchIssue, SendDispatchMail];
const QUERIES = [DownloadDispatchRegister, IssueLists, IssueViewQuery];

@Module({ providers: [OfficeMail, ...COMMANDS, ...QUERIES], exports: [...COMMANDS, ...QUERIES] })
export class DispatchModule {}

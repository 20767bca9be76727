import 'server-only';
import { adminDb } from '../../platform/db/admin';
import { rowsOf } from '../../platform/db/answer';
import { mailServerState } from '../../platform/mail/transport';
import { deliverMails } from './mails';
import { deliverPushes, type PushReport } from './pushes';

export type JobReport = {
  /** Requests and changes that nobody answered in time. */
  expired: number;
  /** Newly noticed: what is still out past its end, and what nobody came for. */
  late: number;
  unused: number;
  /** Events whose gap nobody filled in time. */
  calledOff: number;
  /** Standing slots whose people were asked whether they still need them. */
  asked: number;
  /** Slots that somebody who waited was offered, and requests that somebody else's approval answered. */
  offered: number;
  passedOver: number;
  mail: 'none' | 'unreachable' | 'ready';
  sent: number;
  failed: number;
  pushes: PushReport;
  /** Who was reminded of tomorrow; keys that nothing can use any more. */
  reminded: number;
  forgotten: number;
};

/** Looks after what ends, is late or was never picked up, then delivers what people must be told. Safe to call at any time, at once. */
export async function runJobs(): Promise<JobReport> {
  const expired = rowsOf(await adminDb().rpc('expire_holds'));
  const late = rowsOf(await adminDb().rpc('sweep_overdue'));
  const unused = rowsOf(await adminDb().rpc('release_no_shows'));
  const calledOff = rowsOf(await adminDb().rpc('sweep_events'));
  const asked = rowsOf(await adminDb().rpc('ask_about_unused_slots'));
  const offered = rowsOf(await adminDb().rpc('tend_waiting_lists'));
  const passedOver = rowsOf(await adminDb().rpc('answer_passed_over'));
  const reminded = rowsOf(await adminDb().rpc('remind_of_tomorrow'));
  const forgotten = rowsOf(await adminDb().rpc('forget_old_acts'));
  const swept = {
    expired,
    late,
    unused,
    calledOff,
    asked,
    offered,
    passedOver,
    reminded,
    forgotten,
  };
  // Beside each other: a push service that does not answer delays no mail.
  const [mails, pushes] = await Promise.all([tellByMail(), deliverPushes()]);
  return { ...swept, ...mails, pushes };
}

async function tellByMail(): Promise<Pick<JobReport, 'mail' | 'sent' | 'failed'>> {
  // Asked before anything is claimed: a mail server that is away costs no message an attempt.
  const mail = await mailServerState();
  return { mail, ...(mail === 'ready' ? await deliverMails() : { sent: 0, failed: 0 }) };
}

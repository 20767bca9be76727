import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/button';
import { Select, TextArea } from '@/components/ui/fields.client';
import { Notice } from '@/components/ui/notice';
import { Stepper } from '@/components/ui/stepper.client';
import { unbroken } from '@/lib/platform/unbroken';
import { RequestAnswers } from './request-answers.client';
import { RequestKey } from './request-key.client';

type Borrower = { id: string; name: string; isAdmitted: boolean };

type RequestFieldsProps = {
  resourceId: string;
  zone: string;
  stock: number;
  quantity: number;
  /** A fresh key for this page; the island keeps the first one. */
  freshKey: string;
  /** Tells apart for which address words were kept over a sign-in. */
  page: string;
  /** The viewer's organisations in this pool; null when nobody is signed in. */
  borrowers: Borrower[] | null;
  foundHref: string;
  thingsPath: string;
  waitingPath: string;
  /** What stands against how many, and against for whom. */
  notes: { quantity: ReactNode; borrower: ReactNode };
  /** The fields of the time. */
  children: ReactNode;
};

/** What a request consists of. */
export async function RequestFields(props: RequestFieldsProps) {
  const {
    resourceId,
    zone,
    stock,
    quantity,
    freshKey,
    page,
    thingsPath,
    waitingPath,
    children,
    notes,
  } = props;
  const [t, common] = await Promise.all([
    getTranslations('bookings.request'),
    getTranslations('common.action'),
  ]);
  return (
    <div className="space-y-5">
      <input type="hidden" name="resourceId" value={resourceId} />
      <input type="hidden" name="zone" value={zone} />
      <input type="hidden" name="page" value={page} />
      <RequestKey fresh={freshKey} />
      <div>
        <RequestAnswers
          address={page}
          words={{
            times: t('otherTimes'),
            things: t('otherThings'),
            split: t('split'),
            none: t('noAlternatives'),
            wait: t('wait'),
          }}
          thingsPath={thingsPath}
          waitingPath={waitingPath}
        />
        {children}
      </div>
      {stock > 1 && (
        <div>
          <Stepper
            name="quantity"
            label={t('quantity')}
            hint={t('quantityHint', { stock })}
            fewer={common('fewer')}
            more={common('more')}
            max={stock}
            defaultValue={Math.min(quantity, stock)}
          />
          {notes.quantity}
        </div>
      )}
      <div>
        <BorrowerField {...props} />
        {notes.borrower}
      </div>
      <TextArea
        name="purpose"
        label={t('purpose')}
        optional={common('optional')}
        hint={t('purposeHint')}
        rows={2}
        maxLength={2000}
      />
    </div>
  );
}

/** For whom: nothing to choose with one organisation, the way in with none. */
async function BorrowerField({ borrowers, foundHref }: RequestFieldsProps) {
  const t = await getTranslations('bookings.request');
  if (!borrowers) return <Notice>{t('signIn')}</Notice>;
  const admitted = borrowers.filter(({ isAdmitted }) => isAdmitted);
  const [only] = admitted;
  if (only && admitted.length === 1) {
    return (
      <p>
        <input type="hidden" name="organisationId" value={only.id} />
        {t.rich('for', {
          organisation: unbroken(only.name),
          b: (name) => <bdi className="font-semibold">{name}</bdi>,
        })}
      </p>
    );
  }
  if (only) {
    return (
      <Select
        name="organisationId"
        label={t('organisation')}
        options={admitted.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={only.id}
      />
    );
  }
  const waiting = borrowers[0]?.name;
  return (
    <Notice
      tone="attention"
      title={waiting ? t('pending', { organisation: waiting }) : t('noOrganisation')}
      action={
        !waiting && (
          <LinkButton href={foundHref} size="small" variant="quiet" icon="plus">
            {t('found')}
          </LinkButton>
        )
      }
    >
      {waiting ? t('pendingText') : t('noOrganisationText')}
    </Notice>
  );
}

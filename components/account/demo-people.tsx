import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { signInAsAction } from '@/lib/account/actions';
import type { DemoPerson } from '@/lib/account/model';
import { Avatar } from '@/components/ui/avatar';
import { ActionForm } from '@/components/ui/form.client';
import { Icon } from '@/components/ui/icon';
import { Name } from '@/components/ui/name';
import { DemoInboxHint } from './demo-inbox-hint';
import { NextField } from './next-field';
import { PersonButton } from './person-button.client';

type DemoPeopleProps = { people: DemoPerson[]; inboxUrl: string; next: string | undefined };

/** One of each role at first sight; the others wait behind one press. */
export async function DemoPeople({ people, inboxUrl, next }: DemoPeopleProps) {
  const t = await getTranslations('account.demo');
  const first = people.filter(
    ({ role }, index) => people.findIndex((other) => other.role === role) === index,
  );
  const rest = people.filter((person) => !first.includes(person));
  return (
    <section className="mt-10 border-t border-line pt-8">
      <h2 className="text-lg">{t('title')}</h2>
      <p className="mt-1 mb-4 text-muted">{t('lead')}</p>
      <People>{first.map((person) => card(person, next))}</People>
      {rest.length > 0 && (
        <details className="group mt-3">
          <summary className="flex min-h-11 cursor-pointer items-center gap-2 text-sm font-semibold text-leaf">
            <Icon name="down" className="group-open:rotate-180" />
            {t('more', { count: people.length })}
          </summary>
          <div className="mt-3">
            <People>{rest.map((person) => card(person, next))}</People>
          </div>
        </details>
      )}
      <DemoInboxHint inboxUrl={inboxUrl} />
    </section>
  );
}

function People({ children }: { children: ReactNode }) {
  return <ul className="grid grid-cols-1 gap-2.5 sm:grid-cols-2">{children}</ul>;
}

function card(person: DemoPerson, next: string | undefined) {
  return <PersonCard key={person.email} person={person} next={next} />;
}

async function PersonCard({ person, next }: { person: DemoPerson; next: string | undefined }) {
  const t = await getTranslations('account');
  return (
    <li>
      <ActionForm action={signInAsAction}>
        <NextField next={next} />
        <input type="hidden" name="email" value={person.email} />
        <PersonButton label={t('demo.as', { name: person.name })}>
          <Avatar name={person.name} />
          <span className="min-w-0 grow text-start">
            <span className="block font-semibold" dir="auto">
              {person.name}
            </span>
            <span className="block text-sm text-muted">
              {t(`role.${person.role}`)}
              {person.organisation && (
                <>
                  {' · '}
                  <Name>{person.organisation}</Name>
                </>
              )}
            </span>
          </span>
        </PersonButton>
      </ActionForm>
    </li>
  );
}

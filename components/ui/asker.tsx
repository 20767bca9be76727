import { getTranslations } from 'next-intl/server';
import { unbroken } from '@/lib/platform/unbroken';
import { Name } from './name';

type AskerProps = {
  /** Null once the account is gone. */
  person: string | null;
  organisation: string;
};

/** Who asks, and for whom: two names whose order is a matter of the language. */
export async function Asker({ person, organisation }: AskerProps) {
  const t = await getTranslations('common');
  return (
    <p dir="auto">
      {person ? (
        t.rich('asker', {
          person,
          organisation: unbroken(organisation),
          who: (name) => <bdi>{name}</bdi>,
          b: (name) => <bdi className="font-semibold">{name}</bdi>,
        })
      ) : (
        <Name className="font-semibold">{organisation}</Name>
      )}
    </p>
  );
}

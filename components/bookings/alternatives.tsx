import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import type { Alternatives as Choices } from '@/lib/bookings/model';
import { OtherThings, Shares } from './other-choices';

type AlternativesProps = {
  choices: Choices;
  /** Where another time is taken up; a query comes behind. */
  timesPath: string;
  thingsPath: string;
  /** Where one waits for the wished time; without it, nobody waits. */
  waitingPath?: string;
};

/** What else would do, when it did not work out: each one tap away, with the time filled in. */
export async function Alternatives(props: AlternativesProps) {
  const { choices, timesPath, thingsPath, waitingPath } = props;
  const t = await getTranslations('bookings');
  const { times, resources, split, query } = choices;
  return (
    <section className="space-y-4">
      <h2 className="text-lg">{t('alternatives.title')}</h2>
      {times.length > 0 && (
        <div>
          <h3 className="mb-2 text-base">{t('request.otherTimes')}</h3>
          <div className="flex flex-wrap gap-2">
            {times.map((time) => (
              <LinkButton
                key={time.startsAt}
                href={`${timesPath}?${time.query}`}
                variant="quiet"
                icon="calendar"
                prefetch={false}
              >
                {time.label}
              </LinkButton>
            ))}
          </div>
        </div>
      )}
      {resources.length > 0 && (
        <div>
          <h3 className="mb-2 text-base">{t('request.otherThings')}</h3>
          <OtherThings resources={resources} query={query} thingsPath={thingsPath} />
        </div>
      )}
      {split.length > 0 && (
        <div>
          <h3 className="mb-2 text-base">{t('request.split')}</h3>
          <Shares split={split} thingsPath={thingsPath} />
        </div>
      )}
      {waitingPath && (
        <LinkButton href={`${waitingPath}?${query}`} variant="quiet" icon="clock" prefetch={false}>
          {t('request.wait')}
        </LinkButton>
      )}
    </section>
  );
}

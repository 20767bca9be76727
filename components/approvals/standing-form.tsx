import { getLocale, getTranslations } from 'next-intl/server';
import { Blank, ClockBlank, ListNote, Pick, Ticks } from '@/components/ui/blank.client';
import { Checkbox, ChoiceCards } from '@/components/ui/choices.client';
import { Input } from '@/components/ui/fields.client';
import { ActionForm } from '@/components/ui/form.client';
import { Name } from '@/components/ui/name';
import { Saved } from '@/components/ui/saved.client';
import { SubmitButton } from '@/components/ui/submit-button.client';
import { grantStandingAction } from '@/lib/approvals/actions';
import { formatDay } from '@/lib/platform/date-format';
import { asDay } from '@/lib/platform/dates';
import { draftState } from '@/lib/platform/draft';

type StandingFormProps = {
  organisationId: string;
  things: { id: string; title: string }[];
  organisations: { id: string; name: string }[];
};

/** “These, or whoever brought back three in order, get it at once: up to two days, at weekends.” */
export async function StandingForm({ organisationId, things, organisations }: StandingFormProps) {
  const [t, locale, initial] = await Promise.all([
    getTranslations('approvals.standing'),
    getLocale(),
    draftState('grant-standing-approval'),
  ]);
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    // 2024-01-01 was a Monday
    const date = asDay(`2024-01-0${weekday}`);
    return {
      value: String(weekday),
      label: formatDay(date, locale, 'weekday'),
      name: formatDay(date, locale, 'name'),
    };
  });
  return (
    <ActionForm action={grantStandingAction} initial={initial} className="group/standing space-y-4">
      <Saved text={t('saved')} />
      <input type="hidden" name="organisationId" value={organisationId} />
      <ChoiceCards
        name="who"
        legend={t('who')}
        defaultValue="clean"
        options={[
          { value: 'clean', label: t('whoClean') },
          { value: 'named', label: t('whoNamed') },
        ]}
      />
      <div className="hidden leading-loose group-has-[input[value=clean]:checked]/standing:block">
        {t.rich('blankClean', {
          count: () => <Blank name="minCleanReturns" label={t('countLabel')} defaultValue="3" />,
        })}
      </div>
      <fieldset className="hidden group-has-[input[value=named]:checked]/standing:block">
        <legend className="mb-1.5 text-sm font-semibold">{t('whoNamed')}</legend>
        <div className="max-h-80 overflow-y-auto rounded-md border border-line px-3 py-1">
          {organisations.map(({ id, name }) => (
            <Checkbox key={id} name="organisationIds" value={id} label={<Name>{name}</Name>} />
          ))}
        </div>
        <ListNote name="organisationIds" />
      </fieldset>
      <div className="leading-loose">
        {t.rich('blankThing', {
          thing: () => (
            <Pick
              name="resourceId"
              label={t('thingLabel')}
              options={[
                { value: '', label: t('allThings') },
                ...things.map(({ id, title }) => ({ value: id, label: title })),
              ]}
            />
          ),
        })}
      </div>
      <div className="leading-loose">
        {t.rich('blankLimits', {
          days: () => <Blank name="maxDays" label={t('daysLabel')} />,
          pieces: () => <Blank name="maxQuantity" label={t('piecesLabel')} />,
        })}
      </div>
      <div>
        <p className="text-sm font-semibold">{t('weekdays')}</p>
        <Ticks name="weekdays" legend={t('weekdays')} options={days} />
      </div>
      <div className="leading-loose">
        {t.rich('blankUntil', {
          day: () => <ClockBlank type="date" name="validUntil" label={t('untilLabel')} />,
        })}
      </div>
      <Input name="note" label={t('note')} maxLength={500} />
      <p className="text-sm text-muted">{t('empty')}</p>
      <SubmitButton>{t('grant')}</SubmitButton>
    </ActionForm>
  );
}

import { getTranslations } from 'next-intl/server';
import { AVAILABILITY_INK, AvailabilitySign, type Availability } from './availability-sign';
import { cn } from './cn';

type AvailabilityMarkProps = {
  state: Availability;
  /** Says it more precisely than the word for the state: “3 von 12 frei”. */
  text?: string;
  className?: string;
};

export async function AvailabilityMark({ state, text, className }: AvailabilityMarkProps) {
  const t = await getTranslations('common.availability');
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1.5 font-semibold',
        AVAILABILITY_INK[state],
        className,
      )}
    >
      <AvailabilitySign state={state} />
      {text ?? t(state)}
    </span>
  );
}

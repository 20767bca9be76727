import { getTranslations } from 'next-intl/server';
import { AVAILABILITY_INK, AvailabilitySign, type Availability } from './availability-sign';
import { cn } from './cn';

type AvailabilityMarkProps = { className?: string } & (
  | {
      state: Availability;
      /** Says it more precisely than the word for the state: “3 von 12 frei”. */
      text?: string;
    }
  /** Why stands beside it. */
  | { state: 'closed'; text: string }
);

export async function AvailabilityMark({ className, ...mark }: AvailabilityMarkProps) {
  const t = await getTranslations('common.availability');
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1.5 font-semibold',
        AVAILABILITY_INK[mark.state],
        className,
      )}
    >
      <AvailabilitySign state={mark.state} />
      {mark.state === 'closed' ? mark.text : (mark.text ?? t(mark.state))}
    </span>
  );
}

import { Notice } from '@/components/ui/notice';
import type { VerdictWords } from '@/lib/terms/model/verdict';

/** For the time in the address: every rule it breaks, or who says yes and why. */
export function VerdictBox({ verdict, time }: { verdict: VerdictWords; time: string }) {
  return (
    <Notice tone={verdict.isFine ? 'done' : 'attention'} title={verdict.title}>
      <p className="text-sm">{time}</p>
      <ul className="space-y-1">
        {verdict.lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

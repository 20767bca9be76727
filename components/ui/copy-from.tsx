import { Fold } from './fold.client';
import { Select } from './fields.client';
import { ActionForm } from './form.client';
import { Saved } from './saved.client';
import { SubmitButton } from './submit-button.client';
import type { ActionState } from '@/lib/platform/forms';

type CopyFromProps<T> = {
  action: (previous: ActionState<T>, form: FormData) => Promise<ActionState<T>>;
  /** What receives the copy. */
  toId: string;
  /** What it can come from. */
  from: { id: string; title: string }[];
  words: { title: string; text: string; label: string; copy: string; copied: string };
};

/** “As with that one”: takes over what was written elsewhere already. */
export function CopyFrom<T>({ action, toId, from, words }: CopyFromProps<T>) {
  if (from.length === 0) return null;
  return (
    <ActionForm action={action} summary={false}>
      <Saved text={words.copied} />
      <input type="hidden" name="toResourceId" value={toId} />
      <Fold summary={<span className="font-semibold">{words.title}</span>}>
        <p className="text-sm text-muted">{words.text}</p>
        <Select
          name="fromResourceId"
          label={words.label}
          options={from.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <SubmitButton variant="quiet">{words.copy}</SubmitButton>
      </Fold>
    </ActionForm>
  );
}

-- What a phone sends again. Somebody writes without network, the phone sends it later, and once more when the
-- answer got lost. Requests and notes of a hand over carry their key in their own row; a question, an answer, a
-- report or a listing has no column for it, and repeating one would tell people the same thing twice.

create table private.sent_acts (
  person_id uuid not null references public.profiles (id) on delete cascade,
  key text not null constraint sent_acts_key_check check (char_length(key) between 1 and 200),
  intent text not null,
  subject_id uuid not null,
  result_id uuid,
  created_at timestamptz not null default now(),
  constraint sent_acts_pkey primary key (person_id, key)
);
alter table private.sent_acts enable row level security;
comment on table private.sent_acts is
  'Keys of acts that were done, so that sending one again does nothing: what it was (intent), about what (subject_id), and what came of it (result_id).';

create function private.is_sent_again(p_key text, p_intent text, p_subject_id uuid) returns boolean
language plpgsql
volatile
-- definer: called from intents only, after their guards
security definer
set search_path = ''
as $$
declare
  v_key text := private.require_text(p_key, 'p_idempotency_key', 200, false);
begin
  if v_key is null then
    return false;
  end if;
  -- The same key at the same time waits here for the first to end. An act that is refused takes its key back.
  insert into private.sent_acts (person_id, key, intent, subject_id) values (auth.uid(), v_key, p_intent, p_subject_id)
  on conflict (person_id, key) do nothing;
  if found then
    return false;
  end if;
  if not exists (
    select 1 from private.sent_acts a
    where a.person_id = auth.uid() and a.key = v_key and a.intent = p_intent and a.subject_id = p_subject_id) then
    perform private.fail('IDEMP', 'This key was used for something else.', 'p_idempotency_key');
  end if;
  return true;
end;
$$;
comment on function private.is_sent_again is
  'Remembers the signed-in person''s key for an act about something; true when the very same was done before. Raises IDEMP, INPUT.';

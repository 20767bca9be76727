-- What people tell about barriers of the app, with or without an account. The pool's management answers.
-- Left out on purpose: no reply is kept here; whoever wants one leaves an address, and gets a mail.

create table public.accessibility_notes (
  id uuid primary key default gen_random_uuid(),
  pool_id uuid not null references public.pools (id) on delete cascade,
  person_id uuid references public.profiles (id) on delete set null,
  page text constraint accessibility_notes_page_check check (char_length(page) between 1 and 300),
  message text not null constraint accessibility_notes_message_check check (char_length(message) between 1 and 4000),
  email text constraint accessibility_notes_email_check check (email ~ '^[^@\s]+@[^@\s]+$' and char_length(email) <= 254),
  created_at timestamptz not null default now(),
  answered_at timestamptz
);
alter table public.accessibility_notes enable row level security;
create index accessibility_notes_pool_id_created_at_idx on public.accessibility_notes (pool_id, created_at desc);
create index accessibility_notes_person_id_idx on public.accessibility_notes (person_id, created_at desc);
create policy select_staff on public.accessibility_notes for select to authenticated
  using (pool_id = any (array(select private.my_staffed_pool_ids())));
-- Written by the two intents below only. No grant to anon: who writes a note does not read it again.
grant select on public.accessibility_notes to authenticated, service_role;
comment on table public.accessibility_notes is 'Barriers that people reported; read by the QM staff of the pool.';
comment on column public.accessibility_notes.page is 'Where it happened, as the person calls it.';
comment on column public.accessibility_notes.email is 'Where an answer may go; null: none is wanted.';

create function public.report_barrier(p_pool text, p_message text, p_page text default null, p_email text default null)
returns void
language plpgsql
volatile
-- definer: nobody holds an insert grant on accessibility_notes or the outbox
security definer
set search_path = ''
as $$
declare
  v_pool public.pools := private.pool_by_slug(p_pool);
  v_person uuid := auth.uid();
  v_message text := private.require_text(p_message, 'p_message', 4000);
  v_page text := private.require_text(p_page, 'p_page', 300, false);
  v_email text := private.require_text(p_email, 'p_email', 254, false);
begin
  if v_email !~ '^[^@\s]+@[^@\s]+$' then
    perform private.fail('INPUT', 'Not an address of e-mail.', 'p_email', jsonb_build_object('reason', 'email'));
  end if;
  -- a token outlives its account; the note may be read all the same
  select pr.id into v_person from public.profiles pr where pr.id = v_person for key share;
  -- two at once are counted one after the other
  perform 1 from public.pools p where p.id = v_pool.id for no key update;
  if v_person is null and (
    select count(*) from public.accessibility_notes n
    where n.pool_id = v_pool.id and n.person_id is null and n.created_at > now() - interval '10 minutes') >= 10
  or v_person is not null and (
    select count(*) from public.accessibility_notes n
    where n.person_id = v_person and n.created_at > now() - interval '1 hour') >= 5
  then
    perform private.fail('RATEL', 'Too many notes in a short time.');
  end if;
  insert into public.accessibility_notes (pool_id, person_id, page, message, email)
  values (v_pool.id, v_person, v_page, v_message, v_email);
  insert into private.outbox (topic, actor_id, payload)
  values ('barrier_reported', v_person, jsonb_build_object('pool_id', v_pool.id, 'note', v_message));
end;
$$;
comment on function public.report_barrier is
  'Tells the management of pool p_pool (slug) about a barrier; signed in or not. At most ten in ten minutes from people without an account in a pool, five in an hour from one person. Raises NTFND, INPUT, RATEL.';
grant execute on function public.report_barrier to anon, authenticated;

create function public.tick_barrier(p_note_id uuid, p_answered boolean) returns public.accessibility_notes
language plpgsql
volatile
-- definer: nobody holds an update grant on accessibility_notes
security definer
set search_path = ''
as $$
declare
  v_note public.accessibility_notes;
begin
  perform private.require_person();
  select * into v_note from public.accessibility_notes n where n.id = p_note_id for no key update;
  -- who may not read it does not learn that it exists
  if not found or not exists (select 1 from private.my_staffed_pool_ids() s where s = v_note.pool_id) then
    perform private.fail('NTFND', 'There is no such note.', 'p_note_id');
  end if;
  perform private.require_staff(v_note.pool_id, array['manager']);
  update public.accessibility_notes n
  set answered_at = case when coalesce(p_answered, false) then coalesce(n.answered_at, now()) end
  where n.id = p_note_id
  returning * into v_note;
  return v_note;
end;
$$;
comment on function public.tick_barrier is
  'Marks a reported barrier as answered, or open again; QM managers of its pool. Raises LOGIN, NTFND, DNIED.';
grant execute on function public.tick_barrier to authenticated;

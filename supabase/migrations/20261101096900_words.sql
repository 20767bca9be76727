-- What the words of a query mean. A pool's things share a few thousand words; which of them a person
-- means (a stem inside a word, a word with a wrong letter) is looked up among those, and only then the
-- things that have them, by index. Comparing letters with every text took a hundred times as long.

create table private.vocabulary (
  pool_id uuid not null references public.pools (id) on delete cascade,
  word text not null,
  in_title boolean not null,
  constraint vocabulary_pkey primary key (pool_id, word)
);
alter table private.vocabulary enable row level security;
create index vocabulary_word_idx on private.vocabulary using gin (word extensions.gin_trgm_ops) with (fastupdate = off);
comment on table private.vocabulary is
  'Every word that listed resources of a pool have or had. A word that none has any more finds nothing and does no harm.';

create function private.tg_resources__learn() returns trigger
language plpgsql
-- definer: the vocabulary has no insert grant
security definer
set search_path = ''
as $$
begin
  -- sorted: two who bring the same new words do not wait in a circle
  insert into private.vocabulary (pool_id, word, in_title)
  select r.pool_id, w.word, bool_or(w.word = any (private.words_in(r.search_titles)))
  from changed r cross join lateral unnest(private.words_in(r.search_text)) as w (word)
  where r.listed
  group by r.pool_id, w.word
  order by r.pool_id, w.word
  on conflict (pool_id, word) do update set in_title = true where excluded.in_title and not vocabulary.in_title;
  return null;
end;
$$;
create trigger t50_learn after insert on public.resources
  referencing new table as changed for each statement execute function private.tg_resources__learn();

create function private.tg_resources__learn_more() returns trigger
language plpgsql
-- definer: the vocabulary has no insert grant
security definer
set search_path = ''
as $$
begin
  insert into private.vocabulary (pool_id, word, in_title)
  select r.pool_id, w.word, bool_or(w.word = any (private.words_in(r.search_titles)))
  from changed r
  join before b on b.id = r.id
  cross join lateral unnest(private.words_in(r.search_text)) as w (word)
  where r.listed and (r.search_text <> b.search_text or not b.listed)
  group by r.pool_id, w.word
  order by r.pool_id, w.word
  on conflict (pool_id, word) do update set in_title = true where excluded.in_title and not vocabulary.in_title;
  return null;
end;
$$;
create trigger t50_learn_more after update on public.resources
  referencing old table as before new table as changed for each statement execute function private.tg_resources__learn_more();

create function private.search_words(p_query text)
returns table (word text, pattern text)
language plpgsql
stable
set search_path = ''
as $$
begin
  return query
    -- The German stemmer brings Bänke, Bank and Banken together; the stem is looked for inside
    -- words, so that "Zelt" finds "Festzelt". Stop words fall away unless nothing else is left.
    with words as (
      select left(w.word, 60) as word, w.n, ts_lexize('pg_catalog.german_stem', w.word) as lexemes
      from regexp_split_to_table(private.fold(coalesce(p_query, '')), '[^[:alnum:]]+') with ordinality as w (word, n)
      where w.word <> ''
      order by w.n
      limit 8
    )
    select w.word, '%' || coalesce(left(w.lexemes[1], 60), w.word) || '%'
    from words w
    where cardinality(w.lexemes) > 0 or not exists (select 1 from words o where cardinality(o.lexemes) > 0);
end;
$$;
comment on function private.search_words is 'The folded words of a query with a LIKE pattern of each one''s German stem; at most eight.';
grant execute on function private.search_words to anon, authenticated, service_role;

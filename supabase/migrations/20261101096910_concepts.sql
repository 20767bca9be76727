-- What common resources are called in the languages of a district. A listing is written in one language
-- and looked for in eleven others: its title and description are read for what they name (concepts, such
-- as "beamer"), and so is a query; they meet at the concept. The words themselves stand in
-- 20261101096920_concept_words.sql; a later migration adds more with private.learn_concepts.

create table private.concept_words (
  concept text not null constraint concept_words_concept_check check (concept ~ '^[a-z0-9-]{2,40}$'),
  locale text not null,
  word text not null constraint concept_words_word_check check (char_length(word) between 1 and 60),
  form text not null,
  stem text,
  constraint concept_words_pkey primary key (concept, locale, word)
);
alter table private.concept_words enable row level security;
create index concept_words_form_idx on private.concept_words (form);
create index concept_words_stem_idx on private.concept_words (stem) where stem is not null;
create index concept_words_alike_idx on private.concept_words using gin (form extensions.gin_trgm_ops) with (fastupdate = off);
comment on table private.concept_words is
  'One name of a common resource in one language, as people write it. Left out: the reader''s language of a query, which may be any.';
comment on column private.concept_words.form is 'The name folded, its words parted by one space, as private.search_words reads a query.';
comment on column private.concept_words.stem is 'German single words only: the stem, which also stands at the end of compounds.';

create function private.learn_concepts(p_table text) returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_locales text[];
  v_line text;
  v_cells text[];
  v_learned integer := 0;
begin
  foreach v_line in array string_to_array(p_table, E'\n') loop
    continue when btrim(v_line) = '' or v_line like '#%';
    v_cells := regexp_split_to_array(btrim(v_line), '\s*\|\s*');
    -- the first line names the columns
    if v_locales is null then
      v_locales := v_cells;
      continue;
    end if;
    if cardinality(v_cells) <> cardinality(v_locales) or '' = any (v_cells) then
      raise exception 'Not a word for each language: %', v_line;
    end if;
    delete from private.concept_words cw where cw.concept = v_cells[1];
    insert into private.concept_words (concept, locale, word, form, stem)
    select v_cells[1], v_locales[c.n], w.word, f.form,
      case when v_locales[c.n] = 'de' and f.form not like '% %' then (ts_lexize('pg_catalog.german_stem', f.form))[1] end
    from unnest(v_cells) with ordinality as c (cell, n)
    cross join lateral regexp_split_to_table(c.cell, '\s*,\s*') as w (word)
    cross join lateral (
      select string_agg(s.word, ' ' order by s.n) as form
      from private.search_words(w.word) with ordinality as s (word, pattern, n)
    ) f
    where c.n > 1
    on conflict on constraint concept_words_pkey do nothing;
    v_learned := v_learned + 1;
  end loop;
  -- the row trigger of resources reads them anew
  update public.resources set status = status;
  return v_learned;
end;
$$;
comment on function private.learn_concepts is
  'Learns a table of concepts: a line each, cells parted by |, names by comma; the first line names the languages, # begins a heading. What is known of a concept is replaced. Returns how many. Raises where a language is missing.';

-- A setting of pg_trgm can be attached to a function only once the library is loaded in the session.
select extensions.similarity('a', 'a');

create function private.concepts_called(p_form text) returns text[]
language plpgsql
stable
-- definer: the words of concepts have no select grant
security definer
set search_path = ''
as $$
declare
  v_concepts text[];
  v_stem text;
begin
  select array_agg(distinct cw.concept) into v_concepts from private.concept_words cw where cw.form = p_form;
  if v_concepts is null and char_length(p_form) >= 4 then
    v_stem := case when p_form not like '% %' then (ts_lexize('pg_catalog.german_stem', p_form))[1] end;
    -- Other endings: seven tenths of the longer word are the same beginning ("проектора", "rzutnika").
    select array_agg(distinct cw.concept) into v_concepts
    from private.concept_words cw
    where cw.stem = v_stem
      or (cw.form like replace(left(p_form, 4), '_', ' ') || '%'
        and abs(char_length(cw.form) - char_length(p_form)) <= 3
        and starts_with(cw.form, left(p_form, greatest(4, ceil(0.7 * greatest(char_length(cw.form), char_length(p_form)))::integer))));
  end if;
  return v_concepts;
end;
$$;
comment on function private.concepts_called is
  'The concepts that have this folded name, or it with another ending; null when none has.';

create function private.concepts_begun(p_form text) returns text[]
language plpgsql
stable
-- definer: the words of concepts have no select grant
security definer
set search_path = ''
as $$
declare
  v_concepts text[];
begin
  if char_length(p_form) >= 4 then
    select array_agg(distinct cw.concept) into v_concepts
    from private.concept_words cw where cw.form like p_form || '%';
  end if;
  -- what begins so many names says nothing
  return case when cardinality(v_concepts) <= 5 then v_concepts end;
end;
$$;
comment on function private.concepts_begun is 'The at most five concepts of which a name begins like this; else null.';

create function private.concepts_alike(p_form text, p_likeness real) returns text[]
language plpgsql
stable
-- definer: the words of concepts have no select grant
security definer
set search_path = ''
-- as much as words_meant asks of words of titles
set pg_trgm.similarity_threshold = 0.38
as $$
begin
  return (
    select array_agg(distinct best.concept)
    from (
      select cw.concept, rank() over (order by extensions.similarity(cw.form, p_form) desc) as place
      from private.concept_words cw
      where cw.form operator(extensions.%) p_form
        and extensions.similarity(cw.form, p_form) >= p_likeness
        and abs(char_length(cw.form) - char_length(p_form)) <= 2
        and char_length(replace(cw.form, ' ', '')) - char_length(cw.form) = char_length(replace(p_form, ' ', '')) - char_length(p_form)
    ) best
    where best.place = 1);
end;
$$;
comment on function private.concepts_alike is
  'The concepts with the name most alike (p_likeness 0 to 1, of as many words and nearly as long); null when none is.';

create function private.concepts_in(p_text text, p_is_title boolean) returns text[]
language plpgsql
stable
-- definer: the words of concepts have no select grant
security definer
set search_path = ''
as $$
declare
  v_words text[];
  v_runs text[] := '{}';
  v_tails text[];
begin
  -- stop words fall away, as in a query
  select coalesce(array_agg(w.word order by w.n), '{}') into v_words
  from (
    select left(t.word, 60) as word, t.n from regexp_split_to_table(p_text, '[^[:alnum:]]+') with ordinality as t (word, n)
    where t.word <> '' and cardinality(ts_lexize('pg_catalog.german_stem', left(t.word, 60))) > 0
  ) w;
  for v_first in 1 .. cardinality(v_words) - 1 loop
    for v_last in v_first + 1 .. least(v_first + 4, cardinality(v_words)) loop
      v_runs := v_runs || array_to_string(v_words[v_first:v_last], ' ');
    end loop;
  end loop;
  v_tails := array(
    select distinct right(l.stem, n)
    from unnest(v_words) w (word)
    cross join lateral (select (ts_lexize('pg_catalog.german_stem', w.word))[1] as stem) l
    cross join lateral generate_series(4, char_length(l.stem)) n
    -- what stands before the last part is a word too, and no single letter
    where n = char_length(l.stem) or n <= char_length(l.stem) - 3);
  -- by arrays, which are looked up in the indexes
  return array(
    select cw.concept from private.concept_words cw
    -- Short Latin words mean too much: "ban" is a table in Vietnam.
    where cw.form = any (v_words) and (char_length(cw.form) >= 4 or cw.locale in ('de', 'en', 'ar', 'fa', 'uk', 'ru'))
    union
    select cw.concept from private.concept_words cw where cw.form = any (v_runs)
    union
    -- the last part of a German compound says what it is: a Klappstuhl is a Stuhl
    select cw.concept from private.concept_words cw where cw.stem = any (v_tails)
    union
    select unnest(private.concepts_called(w.word)) from unnest(v_words) as w (word) where p_is_title and char_length(w.word) >= 5);
end;
$$;
comment on function private.concepts_in is 'The concepts that a folded text names; in a title also with other endings.';

create function private.words_meant(
  p_pool_id uuid, p_words text[], p_patterns text[], p_loosely boolean, out meant tsquery, out concepts text[]
)
language plpgsql
stable
-- definer: called from found_page only
security definer
set search_path = ''
-- half of a word's triples of letters are found in one place
set pg_trgm.word_similarity_threshold = 0.5
-- A wrong letter in the middle of six leaves 4 of 10 triples alike ("Beemer"), two swapped in eight
-- 5 of 13 ("Fetszelt"). So little is asked of words of titles only, and only when nothing else is found.
set pg_trgm.similarity_threshold = 0.38
as $$
declare
  v_first integer := 1;
  v_count integer := cardinality(p_words);
  v_run integer;
  v_form text;
  v_named text[];
  v_words text[];
  v_all tsquery;
begin
  concepts := '{}';
  while v_first <= v_count loop
    -- the longest run of words that is a name: "máy chiếu", "sound system"
    v_run := least(5, v_count - v_first + 1);
    loop
      v_form := array_to_string(p_words[v_first:v_first + v_run - 1], ' ');
      v_named := private.concepts_called(v_form);
      if v_named is null and v_run > 1 and p_loosely then
        v_named := private.concepts_alike(v_form, 0.6);
      end if;
      exit when v_named is not null or v_run = 1;
      v_run := v_run - 1;
    end loop;
    v_words := '{}';
    if v_run = 1 then
      select coalesce(array_agg(a.word), '{}') into v_words
      from (
        select v.word from private.vocabulary v
        where v.pool_id = p_pool_id
          and (v.word like p_patterns[v_first]
            -- what is named exactly is not also something alike
            or (v_named is null and (p_words[v_first] operator(extensions.<%) v.word
              or (p_loosely and v.in_title and v.word operator(extensions.%) p_words[v_first]))))
        order by extensions.similarity(v.word, p_words[v_first]) desc, v.word
        limit 200
      ) a;
      if v_named is null then
        v_named := coalesce(private.concepts_begun(v_form),
          private.concepts_alike(v_form, case when p_loosely then 0.38 else 0.5 end));
      end if;
    end if;
    if v_words = '{}' and v_named is null then
      meant := null;
      return;
    end if;
    select string_agg(quote_literal(w.word), '|') into v_form
    from (
      select unnest(v_words) as word
      union all select kind || named from unnest(v_named) named cross join unnest(array['=', '~']) kind
    ) w;
    v_all := coalesce(v_all && v_form::tsquery, v_form::tsquery);
    concepts := concepts || array(select '=' || named from unnest(v_named) named);
    v_first := v_first + v_run;
  end loop;
  meant := v_all;
end;
$$;
comment on function private.words_meant is
  'For each word of a query the words of the pool that it may mean and the concepts that it names, joined with "and"; null when one of them means nothing. And which concepts a title may name.';

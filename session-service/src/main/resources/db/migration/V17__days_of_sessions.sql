-- The days on which something takes place are kept one by one, and of the days on which something was to take place just those
-- that are stated: the first and the last of all days until now are such days, where they are stated.
create function edges(range jsonb) returns jsonb language sql immutable as $$
    select coalesce(jsonb_agg(distinct day order by day), '[]')
    from (values (range -> 'first'), (range -> 'last')) as days (day)
    where day is not null
$$;

create function one_by_one(said jsonb) returns jsonb language sql immutable as $$
    select said - 'ever'
        || case when said -> 'days' ? 'first'
            then jsonb_build_object('days', jsonb_build_object('dates', edges(said -> 'days')))
            else '{}' end
        || jsonb_build_object('held', edges(said -> 'ever'))
$$;

create function day_by_day(happening jsonb) returns jsonb language sql immutable as $$
    select one_by_one(happening) || jsonb_build_object('events', coalesce((
        select jsonb_agg(one_by_one(event) order by place)
        from jsonb_array_elements(happening -> 'events') with ordinality as events (event, place)), '[]'))
$$;

update published_programmes
set document = jsonb_set(document, '{happening}', day_by_day(document -> 'happening'))
where jsonb_typeof(document -> 'happening') = 'object';

update publication_parts
set document = jsonb_set(document, '{document,happening}', day_by_day(document #> '{document,happening}'))
where part = 'programme' and jsonb_typeof(document #> '{document,happening}') = 'object';

drop function day_by_day(jsonb);
drop function one_by_one(jsonb);
drop function edges(jsonb);

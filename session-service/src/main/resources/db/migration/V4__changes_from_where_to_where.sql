alter table session_changes
    -- What the change made of it stands in the columns that were there. False: nobody wrote down what was before.
    add column from_known boolean not null default false,
    add column from_date date,
    add column from_starts time(0),
    add column from_ends time(0),
    add column from_time_zone text,
    add column from_place text,
    -- The organiser's reasons by rule. Reasons from before are in exemption: nobody wrote down for which rule.
    add column exemptions jsonb;

-- What a change began with is what the change before it ended with.
update session_changes as change
set from_known = true,
    from_date = earlier.date,
    from_starts = earlier.starts,
    from_ends = earlier.ends,
    from_time_zone = earlier.time_zone,
    from_place = earlier.place
from session_changes as earlier
where earlier.session_id = change.session_id
    and earlier.version = (
        select max(version) from session_changes
        where session_id = change.session_id and version < change.version);

-- Whether the owner of a refused address had confirmed it before: one that nobody confirmed is
-- forgotten as early as people are who never confirmed.
alter table suppressions add column confirmed boolean not null default false;
alter table refusals add column confirmed boolean not null default false;
update suppressions r set confirmed = true
where exists (select from recipients p where p.address = r.address)
   or exists (
       select from subscriptions s where s.address = r.address and s.confirmed_at is not null);
update refusals r set confirmed = true
where exists (select from recipients p where p.address = r.address)
   or exists (
       select from subscriptions s where s.address = r.address and s.confirmed_at is not null);

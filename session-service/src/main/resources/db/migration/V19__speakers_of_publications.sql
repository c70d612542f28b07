-- Who speaks is kept of no former publication; that it became other is.
alter table publications add column speakers_changed boolean not null default false;

-- Whether a registration that was cancelled had waited for a seat.
alter table notice_parts add column was_waiting boolean not null default false;

create table stand (id uuid primary key, title text not null, version bigint not null);

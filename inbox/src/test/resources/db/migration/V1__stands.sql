create table visit (stand_id text not null, n bigint generated always as identity, trace text);
create table followed_stand (id text primary key, title text, sequence bigint not null);
create table told (stand_id text not null, sequence bigint not null);
create table named_stand (name text primary key);

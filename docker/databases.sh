#!/bin/bash
# Runs once, when PostgreSQL's volume is empty: a database per service, which only its own role may enter.
set -euo pipefail
for service in registration session notification; do
  password=TINKUY_${service^^}_PASSWORD
  psql -v ON_ERROR_STOP=1 -v service="$service" -v password="${!password}" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
create role :"service" login password :'password';
create database :"service" owner :"service";
revoke all on database :"service" from public;
SQL
done

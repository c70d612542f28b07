-- Of a request that nobody has confirmed nothing is told: it is kept once its place is decided.
delete from registrations where status = 'pending';

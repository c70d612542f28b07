-- What the open codes of an address would confirm.
create index sign_in_challenges_address on sign_in_challenges (address);

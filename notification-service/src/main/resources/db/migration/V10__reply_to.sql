-- Where answers to an issue go; null: to its sender.
alter table campaigns add column reply_to text;

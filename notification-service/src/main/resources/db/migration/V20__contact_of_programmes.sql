-- Null: answers to the programme's mails go to their sender.
alter table programmes add column contact text;

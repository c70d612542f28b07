-- Which of the texts that the service knows was read; of those from before there is the text itself.
alter table consents add column version text;

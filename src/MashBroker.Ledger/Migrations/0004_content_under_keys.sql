-- What may name a person stands in columns called content, letter, evidence, bytes, json, html, triage and reason, each
-- encrypted under the key of its contact (an enquiry has its contact's) or of its day, with its table, column and row bound
-- in. Letters that can name nobody (receipts, heartbeats, purge instructions) stay clear: they prove what was done when the
-- family's key has long been destroyed. The keys are in a file of their own.

alter table contacts add column key_id text null;
alter table contacts drop column triage_json;
alter table contacts add column triage blob null;
alter table contacts drop column rating_reason;
alter table contacts add column reason blob null;

alter table enquiries add column key_id text null;

-- Keyed hashes of what identifies people and homes, by which earlier contacts are found without opening any.
create table lookups (
    hash blob not null,
    kind text not null,
    of_child integer not null,
    contact_reference text not null references contacts (reference),
    primary key (hash, contact_reference)
) strict, without rowid;

create index lookups_by_contact on lookups (contact_reference);

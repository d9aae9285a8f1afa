-- How long content is kept depends on how the matter ended; a decision writes it here.
alter table enquiries add column outcome text null;

-- While a hold stands, nothing of the family is erased. Why it was placed may name people and is under the family's key.
create table holds (
    position integer not null primary key autoincrement,
    contact_reference text not null references contacts (reference),
    placed_at text not null,
    placed_by text not null,
    reason blob not null,
    released_at text null,
    released_by text null
) strict;

create unique index holds_standing on holds (contact_reference) where released_at is null;

-- An erasure begins here, in the transaction that makes it final; it ends when the key is destroyed and the certificate written.
create table erasures (
    contact_reference text not null primary key references contacts (reference),
    enquiry_reference text null,
    grounds text not null,
    asked_by text null,
    began_at text not null,
    erased_at text null,
    certificate blob null
) strict;

create index erasures_unfinished on erasures (began_at) where erased_at is null;

-- What each agency was told to erase, and what it certified.
create table purges (
    enquiry_reference text not null,
    agency text not null,
    instruction text not null unique,
    certified_at text null,
    purged_at text null,
    letters_erased integer null,
    primary key (enquiry_reference, agency)
) strict;

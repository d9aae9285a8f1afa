-- Who a member of the public is that referred. What people read of it is sealed to one role's certificate, and that again under
-- the family's key; what the leak check compares with stands apart, under the family's key, and is opened by it alone.
alter table contacts add column referrer blob null;
alter table contacts add column leak_terms blob null;

-- Since when the leak check holds the contact back, and what it found, without the words.
alter table contacts add column leak_blocked_at text null;
alter table contacts add column leak blob null;

-- A named person lets exactly these texts leave: a keyed hash of the digest of what was found and of the texts themselves.
create table leak_overrides (
    contact_reference text not null references contacts (reference),
    digest blob not null,
    at text not null,
    by text not null,
    role text not null,
    reason blob not null,
    primary key (contact_reference, digest)
) strict;

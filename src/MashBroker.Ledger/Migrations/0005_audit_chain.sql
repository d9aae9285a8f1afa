-- Acts on record become a chain: each row carries the hash of the one before. What is older stays as it was, beside it.

alter table audit rename to audit_before_chain;
drop index audit_by_enquiry;

create table audit (
    -- Gapless, from 1: the next number is taken from audit_chain in the transaction of the act.
    sequence integer not null primary key,
    at text not null,
    actor text not null,
    act text not null,
    basis text null,
    purpose text null,
    enquiry_reference text null,
    -- The row of the same enquiry before this one: none of them can be left out unnoticed when one enquiry is shown.
    enquiry_previous integer null,
    subject text null,
    detail text null,
    -- SHA-256 of the record in proofs of the letter that the act is about.
    proof text null,
    -- What hides a row whose digest is shown to somebody who may not see it.
    salt blob not null,
    previous blob not null,
    hash blob not null
) strict;

create index audit_by_enquiry on audit (enquiry_reference, sequence) where enquiry_reference is not null;

create trigger audit_is_never_changed before update on audit
begin
    select raise(abort, 'audit rows are never changed');
end;

create trigger audit_is_never_deleted before delete on audit
begin
    select raise(abort, 'audit rows are never deleted');
end;

-- One row: the chain's own id, and where its end is.
create table audit_chain (
    one integer not null primary key check (one = 1),
    id blob not null,
    last integer not null,
    hash blob not null
) strict;

insert into audit_chain (one, id, last, hash) values (1, randomblob(16), 0, zeroblob(32));

-- One row: the least sequence that somebody waits to see under a signed head. A table of its own, so that asking for one and
-- nothing else wakes whoever signs.
create table audit_wanted (
    one integer not null primary key check (one = 1),
    sequence integer not null
) strict;

insert into audit_wanted (one, sequence) values (1, 0);

-- Ends of the chain as the hub signed them; copies lie with every agency.
create table audit_heads (
    sequence integer not null primary key,
    hash text not null,
    at text not null,
    signed blob not null
) strict;

-- Certificates of those who signed, and the root's revocation lists, as they were when first met.
create table certificates (
    digest text not null primary key,
    first_met_at text not null,
    der blob not null
) strict;

create table revocation_lists (
    digest text not null primary key,
    first_met_at text not null,
    der blob not null
) strict;

-- What remains of a letter as proof when its content is erased: no content, no personal data.
create table proofs (
    letter_id text not null primary key,
    enquiry_reference text not null,
    record blob not null,
    attributes blob not null,
    signature blob not null,
    certificate text not null references certificates (digest),
    -- The signed original of a letter that speaks of nobody: receipts.
    original blob null
) strict;

create index proofs_by_enquiry on proofs (enquiry_reference);

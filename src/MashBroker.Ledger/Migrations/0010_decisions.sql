-- Decisions, what came after them, and who holds a case. The words of a decision stand in the case file, under the family's key.

create table decisions (
    position integer not null primary key autoincrement,
    enquiry_reference text not null references enquiries (reference),
    -- Counted from 1 within the enquiry.
    number integer not null,
    -- The decision that no longer stands; both stay.
    supersedes integer null,
    outcome text not null,
    decided_at text not null,
    due_at text not null,
    -- Whole minutes over the limit, rounded up; null in time.
    minutes_over integer null,
    decided_by text not null,
    role text not null,
    -- Its entry in the case file.
    entry integer not null,
    -- Who had not answered, by code and kind; no personal data.
    absentees_json text not null,
    -- Position of the newest return that it was decided on.
    last_return integer not null,
    -- The pack as it stood, frozen and signed at once afterwards by whoever holds the hub's key.
    pack_version integer null,
    pack_digest text null,
    signed blob null,
    unique (enquiry_reference, number)
) strict;

create index decisions_to_freeze on decisions (enquiry_reference) where pack_version is null;

create trigger decisions_are_never_changed before update on decisions
when old.pack_version is not null
    or new.number <> old.number
    or new.supersedes is not old.supersedes
    or new.outcome <> old.outcome
    or new.decided_at <> old.decided_at
    or new.due_at <> old.due_at
    or new.minutes_over is not old.minutes_over
    or new.decided_by <> old.decided_by
    or new.role <> old.role
    or new.entry <> old.entry
    or new.absentees_json <> old.absentees_json
    or new.last_return <> old.last_return
begin
    select raise(abort, 'decisions are never changed');
end;

create trigger decisions_are_never_deleted before delete on decisions
begin
    select raise(abort, 'decisions are never deleted');
end;

create trigger packs_are_never_changed before update on packs
begin
    select raise(abort, 'packs are never changed');
end;

-- Returns that came after a decision. It stays as it was; somebody says whether they would have changed it.
create table addenda (
    enquiry_reference text not null references enquiries (reference),
    -- Counted from 1 within the enquiry.
    number integer not null,
    -- Number of the decision that stood.
    decision integer not null,
    pack_version integer not null,
    pack_digest text not null,
    -- Codes of the agencies whose returns came.
    agencies_json text not null,
    -- Who has to know, in words that name no family.
    told_json text not null,
    added_at text not null,
    due_at text not null,
    signed blob not null,
    judged_at text null,
    judged_by text null,
    effect text null,
    -- The judgement's entry in the case file.
    entry integer null,
    primary key (enquiry_reference, number)
) strict;

create index addenda_unjudged on addenda (due_at) where judged_at is null;

-- The first decision's instant: whether it was in time is a matter of that one.
alter table enquiries add column decided_at text null;

-- When the case was first allocated: the decision clock of some hubs starts then.
alter table contacts add column allocated_at text null;

-- A contact that says what it follows, e.g. new information on a case that was closed.
create table contact_links (
    contact_reference text not null primary key references contacts (reference),
    follows text not null references contacts (reference)
) strict;

create index contact_links_by_earlier on contact_links (follows);

-- What named persons put on record about a case, in order, never changed. Content under the family's key.
create table case_entries (
    contact_reference text not null references contacts (reference),
    -- Counted from 1 within the case, so that people can speak of "entry 4".
    number integer not null,
    kind text not null,
    at text not null,
    content blob not null,
    primary key (contact_reference, number)
) strict;

create trigger case_entries_are_never_changed before update on case_entries
begin
    select raise(abort, 'entries of a case file are never changed');
end;

-- Limits that run beside returns and decision: a strategy discussion, feedback, a case held, a complaint.
create table case_clocks (
    position integer not null primary key autoincrement,
    contact_reference text not null references contacts (reference),
    kind text not null,
    -- What it is about where a case can have several at once: a code or a number, no personal data.
    about text not null,
    started_at text not null,
    due_at text not null,
    ended_at text null,
    flagged_at text null
) strict;

create unique index case_clocks_running on case_clocks (contact_reference, kind, about) where ended_at is null;
create index case_clocks_due on case_clocks (due_at) where ended_at is null and flagged_at is null;

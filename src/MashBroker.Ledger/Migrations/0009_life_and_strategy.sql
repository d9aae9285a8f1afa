-- What happens to an enquiry after it was published, and strategy discussions.

-- Which of our letters a return answers: the request itself (null), or an amendment that asked about more people.
alter table returns add column answers text null;

-- Start of a request's own clock, where it is not the enquiry's publication: asked later, or asked anew after it had answered.
alter table requests add column asked_at text null;
-- Pre-warnings of such a request, as a plan has them; null: those of its enquiry's plan.
alter table requests add column warnings_json text null;
alter table requests add column withdrawn_at text null;
alter table requests add column chasers integer not null default 0;
alter table requests add column chased_at text null;

alter table enquiries add column withdrawn_at text null;

-- What an agency was asked after its request, each by an amendment; open until a final return answers it.
create table questions (
    letter_id text not null primary key,
    request_id text not null references requests (id),
    -- 1 for the first after the request itself.
    number integer not null,
    asked_at text not null,
    answered_at text null,
    unique (request_id, number)
) strict;

-- A deadline can be moved, and what falls due at the new one is another flag than what fell due at the old one.
create table flags_by_instant (
    position integer not null primary key autoincrement,
    enquiry_reference text not null references enquiries (reference),
    agency text not null,
    kind text not null,
    due_at text not null,
    raised_at text not null,
    unique (enquiry_reference, agency, kind, due_at)
) strict;

insert into flags_by_instant (position, enquiry_reference, agency, kind, due_at, raised_at)
select position, enquiry_reference, agency, kind, due_at, raised_at
from flags
order by position;

drop table flags;
alter table flags_by_instant rename to flags;

-- A discussion that was called. Who is named in it stands in the case file.
create table strategy_discussions (
    -- Stands in the invitation for as long as the discussion does.
    id text not null primary key,
    contact_reference text not null references contacts (reference),
    number integer not null,
    state text not null,
    called_at text not null,
    due_at text not null,
    starts_at text not null,
    ends_at text not null,
    -- Goes up with every invitation sent for it (SEQUENCE of RFC 5545).
    sequence integer not null default 0,
    quorate integer null,
    held_at text null,
    unique (contact_reference, number)
) strict;

create unique index strategy_discussions_called on strategy_discussions (contact_reference) where state = 'Called';
